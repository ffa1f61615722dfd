namespace LiveFeed.Domain.Exports;

/// <summary>
/// A schedule as a table, with the columns that a schedule is read from: read again, it is the same schedule. What no match names, such as a team without
/// matches, isn't in it. If there are rubbers, two more columns say of which tie; they are not read.
/// </summary>
public static class ScheduleExport
{
    /// <param name="matches">The matches, in the order of the rows.</param>
    /// <param name="pools">The name of each pool by its id.</param>
    /// <param name="zone">The zone in which times are written.</param>
    public static ExportTable Create(IReadOnlyList<MatchView> matches, IReadOnlyDictionary<string, string> pools, TimeZoneInfo zone)
    {
        var hasRubbers = matches.Any(match => match.PartOf is not null);
        string[] ofRubbers = hasRubbers ? ["partOf", "rubber"] : [];
        return new ExportTable(
            "Schedule",
            ["id", "number", "division", "pool", "court", "team1", "team2", "team1Label", "team2Label", $"startsAt ({zone.Id})", $"endsAt ({zone.Id})", "workTeam", .. ofRubbers],
            [.. matches.Select(match => (IReadOnlyList<object?>)
            [
                match.Id.Value, match.Number, match.Division?.Name, match.Pool is { } pool ? pools.GetValueOrDefault(pool) : null, match.Court?.Name, match.Team1?.Name, match.Team2?.Name, match.Team1Label, match.Team2Label,
                LocalMoment.From(match.StartsAt, zone), LocalMoment.From(match.EndsAt, zone), match.WorkTeam?.Name, .. hasRubbers ? [match.PartOf?.Value, match.Rubber] : Array.Empty<object?>(),
            ])]);
    }
}
