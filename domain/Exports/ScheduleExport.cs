using System.Text.Json;

namespace LiveFeed.Domain.Exports;

/// <summary>
/// A schedule as a table, with the columns that a schedule is read from: read again, it is the same schedule. What no match names, such as a team without
/// matches, isn't in it; nor are legs and the order of play. Columns of officials, of the format and of rubbers are there only if a match has some.
/// </summary>
public static class ScheduleExport
{
    private static readonly OfficialDuty[] Duties = [OfficialDuty.Referee, OfficialDuty.Scorekeeper, OfficialDuty.LineJudge, OfficialDuty.WorkTeam];

    /// <param name="matches">The matches, in the order of the rows.</param>
    /// <param name="pools">The name of each pool by its id.</param>
    /// <param name="liveEvent">The event, in whose time zone they are.</param>
    public static ExportTable Create(IReadOnlyList<MatchView> matches, IReadOnlyDictionary<string, string> pools, EventView liveEvent)
    {
        var zone = EventTimeZone.FindOrUtc(liveEvent.TimeZone);
        var columns = Details(matches, liveEvent);
        return new ExportTable(
            "Schedule",
            ["id", "number", "division", "pool", "court", "team1", "team2", "team1Label", "team2Label", $"startsAt ({zone.Id})", $"endsAt ({zone.Id})", "workTeam", .. columns.Select(column => column.Heading)],
            [.. matches.Select(match => (IReadOnlyList<object?>)
            [
                match.Id.Value, match.Number, match.Division?.Name, match.Pool is { } pool ? pools.GetValueOrDefault(pool) : null, match.Court?.Name, match.Team1?.Name, match.Team2?.Name, match.Team1Label, match.Team2Label,
                LocalMoment.From(match.StartsAt, zone), LocalMoment.From(match.EndsAt, zone), match.WorkTeam?.Name, .. columns.Select(column => column.Cell(match)),
            ])]);
    }

    private static List<(string Heading, Func<MatchView, object?> Cell)> Details(IReadOnlyList<MatchView> matches, EventView liveEvent)
    {
        var columns = new List<(string, Func<MatchView, object?>)>();
        // Read again, initials would replace the names.
        foreach (var duty in Duties.Where(duty => liveEvent.PublicNames is PublicNames.Full && matches.Any(match => Names(match, duty).Any())))
            columns.Add((duty is OfficialDuty.WorkTeam ? "helper" : JsonNamingPolicy.CamelCase.ConvertName(duty.ToString()), match => string.Join("; ", Names(match, duty)) is { Length: > 0 } names ? names : null));
        if (matches.Any(match => match.Format is not null))
            columns.Add(("format", match => match.Format is { } format ? format.Preset ?? FormatChoice.Of(format).ToString() : null));
        if (matches.Any(match => match.PartOf is not null))
            columns.AddRange([("partOf", match => match.PartOf?.Value), ("rubber", match => match.Rubber)]);
        return columns;
    }

    private static IEnumerable<string> Names(MatchView match, OfficialDuty duty) =>
        (match.Officials ?? []).Where(official => official.Duty == duty).Select(official => official.Name).OfType<string>();
}
