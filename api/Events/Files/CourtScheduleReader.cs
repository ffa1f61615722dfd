using System.Text.Json;

namespace LiveFeed.Api.Events.Files;

/// <summary>
/// Reads the court schedule of a volleyball tournament system: courts with the matches planned on each. Ids are the system's own (a match's
/// may be negative), except those of teams. The schedule only names teams, so their ids count up by division and name. There are no
/// results.
/// </summary>
internal static class CourtScheduleReader
{
    private sealed record Entry(
        int Id, PlannedDivision Division, int CourtId, string Team1, string Team2, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    private readonly record struct TeamKey(int DivisionId, string Name);

    /// <exception cref="TournamentFormatException">A member is missing or invalid, or an id occurs twice.</exception>
    public static Tournament Read(JsonElement root, string file)
    {
        var courts = new List<PlannedCourt>();
        var entries = new List<Entry>();
        var top = FileLocation.Of(file);
        foreach (var (court, matches) in TournamentFormatException.Gather(
            root.Objects("CourtSchedules", top), (schedule, index) => ReadCourt(schedule, top.Item("CourtSchedules", index, $"court {index + 1}"))))
        {
            courts.Add(court);
            entries.AddRange(matches);
        }

        RefuseRepeats(courts.Select(court => court.Id), "CourtId", top);
        RefuseRepeats(entries.Select(entry => entry.Id), "MatchId", top);

        var teams = entries
            .SelectMany(entry => new[] { new TeamKey(entry.Division.Id, entry.Team1), new TeamKey(entry.Division.Id, entry.Team2) })
            .Where(team => !TeamText.IsPlaceholder(team.Name))
            .Distinct()
            .OrderBy(team => team.DivisionId).ThenBy(team => team.Name, StringComparer.Ordinal)
            .Select((team, index) => (team, index))
            .ToDictionary(pair => pair.team, pair => pair.index + 1);
        Side SideOf(Entry entry, string text) =>
            new(teams.TryGetValue(new TeamKey(entry.Division.Id, text), out var id) ? id : null, text);

        var name = root.OptionalText("Name", top) ?? root.OptionalText("EventName", top) ?? Path.GetFileNameWithoutExtension(file);
        return new Tournament(
            Key(root, top) ?? EventKeys.FromName(name),
            name,
            "volleyball",
            [.. entries.Select(entry => entry.Division).DistinctBy(division => division.Id)],
            courts,
            [.. teams.Select(team => new PlannedTeam(team.Value, team.Key.Name, team.Key.DivisionId))],
            [.. entries.Select(entry => new PlannedMatch(
                entry.Id,
                entry.Division.Id,
                entry.CourtId,
                SideOf(entry, entry.Team1),
                SideOf(entry, entry.Team2),
                entry.StartsAt,
                entry.EndsAt,
                []))]);
    }

    private static (PlannedCourt Court, List<Entry> Matches) ReadCourt(JsonElement schedule, FileLocation location)
    {
        var court = new PlannedCourt(schedule.Integer("CourtId", location), schedule.Text("Name", location));
        var where = location.Called($" ({court.Name})");
        return (court, TournamentFormatException.Gather(
            schedule.OptionalObjects("CourtMatches", where),
            (match, index) => ReadEntry(match, court, where.Item("CourtMatches", index, $"match {index + 1}"))));
    }

    private static Entry ReadEntry(JsonElement match, PlannedCourt court, FileLocation location)
    {
        var id = match.Integer("MatchId", location);
        var where = location.Called($" (id {id})");
        var division = match.Object("Division", where);
        var entry = new Entry(
            id,
            new PlannedDivision(division.Integer("DivisionId", where), division.Text("Name", where)),
            court.Id,
            match.OptionalText("FirstTeamText", where) ?? "TBD",
            match.OptionalText("SecondTeamText", where) ?? "TBD",
            match.EpochMilliseconds("ScheduledStartDateTime", where),
            match.EpochMilliseconds("ScheduledEndDateTime", where));
        return entry.EndsAt >= entry.StartsAt
            ? entry
            : throw new TournamentFormatException(where.Member("ScheduledEndDateTime"), "'ScheduledEndDateTime' lies before 'ScheduledStartDateTime'");
    }

    private static string? Key(JsonElement root, FileLocation top)
    {
        foreach (var member in (string[])["EventKey", "EventId"])
        {
            if (root.Find(member) is not { } value) continue;
            var key = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : root.Text(member, top);
            if (EventKeys.FromKey(key) is { } id) return id;
        }

        return null;
    }

    private static void RefuseRepeats(IEnumerable<int> ids, string member, FileLocation top)
    {
        var seen = new HashSet<int>();
        foreach (var id in ids)
        {
            if (!seen.Add(id)) throw new TournamentFormatException(top, $"'{member}' {id} is there twice");
        }
    }
}
