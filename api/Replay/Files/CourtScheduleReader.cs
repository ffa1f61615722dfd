using System.Text.Json;

namespace LiveFeed.Api.Replay.Files;

/// <summary>
/// Reads the court schedule of a volleyball tournament system: courts with the matches planned on each. Ids are the system's own (a match's
/// may be negative), except those of teams, which the schedule only names: they count up by division and name. There are no results.
/// </summary>
internal static class CourtScheduleReader
{
    private sealed record Entry(
        int Id, PlannedDivision Division, int CourtId, string Team1, string Team2, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    private readonly record struct TeamKey(int DivisionId, string Name);

    /// <exception cref="TournamentFormatException">A member is missing or bad, or an id is there twice.</exception>
    public static Tournament Read(JsonElement root, string file)
    {
        var courts = new List<PlannedCourt>();
        var entries = new List<Entry>();
        foreach (var (schedule, index) in root.Objects("CourtSchedules", file).Select((schedule, index) => (schedule, index)))
        {
            var where = $"{file}: court {index + 1}";
            var court = new PlannedCourt(schedule.Integer("CourtId", where), schedule.Text("Name", where));
            courts.Add(court);
            entries.AddRange(schedule.OptionalObjects("CourtMatches", where)
                .Select((match, matchIndex) => ReadEntry(match, court, $"{where} ({court.Name}), match {matchIndex + 1}")));
        }

        RefuseRepeats(courts.Select(court => court.Id), $"{file}: 'CourtId'");
        RefuseRepeats(entries.Select(entry => entry.Id), $"{file}: 'MatchId'");

        var teams = entries
            .SelectMany(entry => new[] { new TeamKey(entry.Division.Id, entry.Team1), new TeamKey(entry.Division.Id, entry.Team2) })
            .Where(team => !TeamText.IsPlaceholder(team.Name))
            .Distinct()
            .OrderBy(team => team.DivisionId).ThenBy(team => team.Name, StringComparer.Ordinal)
            .Select((team, index) => (team, index))
            .ToDictionary(pair => pair.team, pair => pair.index + 1);
        Side SideOf(Entry entry, string text) =>
            new(teams.TryGetValue(new TeamKey(entry.Division.Id, text), out var id) ? id : null, text);

        var name = root.OptionalText("Name", file) ?? root.OptionalText("EventName", file) ?? Path.GetFileNameWithoutExtension(file);
        return new Tournament(
            Key(root, file) ?? EventKeys.FromName(name),
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

    private static Entry ReadEntry(JsonElement match, PlannedCourt court, string place)
    {
        var id = match.Integer("MatchId", place);
        var where = $"{place} (id {id})";
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
            : throw new TournamentFormatException($"{where}: 'ScheduledEndDateTime' lies before 'ScheduledStartDateTime'");
    }

    private static string? Key(JsonElement root, string file)
    {
        foreach (var member in (string[])["EventKey", "EventId"])
        {
            if (root.Find(member) is not { } value) continue;
            var key = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : root.Text(member, file);
            if (EventKeys.FromKey(key) is { } id) return id;
        }

        return null;
    }

    private static void RefuseRepeats(IEnumerable<int> ids, string what)
    {
        var seen = new HashSet<int>();
        foreach (var id in ids)
        {
            if (!seen.Add(id)) throw new TournamentFormatException($"{what} {id} is there twice");
        }
    }
}
