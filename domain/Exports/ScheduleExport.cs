namespace LiveFeed.Domain.Exports;

/// <summary>
/// A schedule as a table, with the columns that a schedule is read from: read again, it is the same schedule. What no match names, such as a team without
/// matches, isn't in it.
/// </summary>
public static class ScheduleExport
{
    public static ExportTable Create(IReadOnlyList<MatchView> matches, TimeZoneInfo zone) => new(
        "Schedule",
        ["id", "number", "division", "court", "team1", "team2", "team1Label", "team2Label", $"startsAt ({zone.Id})", $"endsAt ({zone.Id})"],
        [.. matches.Select(match => (IReadOnlyList<object?>)
        [
            match.Id.Value, match.Number, match.Division?.Name, match.Court?.Name, match.Team1?.Name, match.Team2?.Name, match.Team1Label, match.Team2Label,
            LocalMoment.From(match.StartsAt, zone), LocalMoment.From(match.EndsAt, zone),
        ])]);
}
