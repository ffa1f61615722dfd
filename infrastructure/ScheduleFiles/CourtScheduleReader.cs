using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// Reads the court schedule of a volleyball tournament system: courts with the matches planned on each. Ids are the system's own (a match's
/// may be negative), except those of teams. The schedule only names teams, so their ids count up by division and name. There are no
/// results.
/// </summary>
internal static class CourtScheduleReader
{
    private sealed record Entry(
        int Id, string? Number, ScheduledDivision Division, int CourtId, string Team1, string Team2, string? WorkTeam, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    /// <param name="root">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InvalidFileException">A member is missing or invalid, or an id occurs twice.</exception>
    public static RecordedTournament Read(JsonElement root, string file)
    {
        var courts = new List<ScheduledName>();
        var entries = new List<Entry>();
        var (top, faults) = (FileLocation.OfFile(file), new FaultCollector());
        foreach (var (court, matches) in faults.TryAll(
            root.Objects("CourtSchedules", top), (schedule, index) => ReadCourt(schedule, top.Item("CourtSchedules", index, $"court {index + 1}"), faults)))
        {
            courts.Add(court);
            entries.AddRange(matches);
        }

        faults.ThrowIfAny();
        RejectRepeats(courts.Select(court => court.Id), "CourtId", top);
        RejectRepeats(entries.Select(entry => entry.Id), "MatchId", top);

        var name = root.OptionalText("Name", top) ?? root.OptionalText("EventName", top) ?? Path.GetFileNameWithoutExtension(file);
        return new RecordedTournament(Key(root, top) ?? EventKeys.FromName(name), name, "volleyball", ToSchedule(courts, entries), []) { Notes = [.. OpenWorkTeams(entries)] };
    }

    // A work team that isn't known yet has no id, and no label as sides have.
    private static IEnumerable<FileNote> OpenWorkTeams(List<Entry> entries)
    {
        var open = entries.Select(entry => entry.WorkTeam).OfType<string>().Where(team => team.Length > 0 && !IsTeam(team)).ToList();
        if (open.Count > 0)
            yield return new FileNote(null, "WorkTeamText", $"{open.Count} matches have a work team that is not known yet, so it was passed over: {FileWords.List([.. open.Distinct()])}. Upload the file again when it is.");
    }

    private static bool IsTeam(string text) => text.Length > 0 && !TeamText.IsPlaceholder(text);

    private static Schedule ToSchedule(List<ScheduledName> courts, List<Entry> entries)
    {
        var teams = new NameNumbers<int>();
        foreach (var (division, name) in entries
            .SelectMany(entry => new[] { (entry.Division.Id, entry.Team1), (entry.Division.Id, entry.Team2) })
            .Where(team => IsTeam(team.Item2))
            .OrderBy(team => team.Id).ThenBy(team => team.Item2, StringComparer.Ordinal))
            teams.Add(division, name);
        int? IdOf(Entry entry, string team) => IsTeam(team) ? teams.Add(entry.Division.Id, team) : null;
        string? LabelOf(string team) => IsTeam(team) ? null : team;

        // Before the teams are listed: a work team may play in no match of the file.
        var workTeams = entries.ConvertAll(entry => entry.WorkTeam is { } team ? WorkTeamIdOf(entry, team) : null);
        return new Schedule(
            [.. entries.Select(entry => entry.Division).DistinctBy(division => division.Id)],
            courts,
            [.. teams.All.Select((team, index) => new ScheduledTeam(index + 1, team.Name, team.Scope))],
            [.. entries.Zip(workTeams, (entry, workTeam) => new ScheduledMatch(
                new MatchId(entry.Id),
                entry.Division.Id,
                entry.CourtId,
                IdOf(entry, entry.Team1),
                IdOf(entry, entry.Team2),
                LabelOf(entry.Team1),
                LabelOf(entry.Team2),
                entry.StartsAt,
                entry.EndsAt,
                entry.Number,
                WorkTeamId: workTeam))]);

        int? WorkTeamIdOf(Entry entry, string team) => IsTeam(team) ? teams.Find(entry.Division.Id, team) ?? teams.FindAnywhere(team) ?? teams.Add(entry.Division.Id, team) : null;
    }

    private static (ScheduledName Court, List<Entry> Matches) ReadCourt(JsonElement schedule, FileLocation location, FaultCollector faults)
    {
        var court = new ScheduledName(schedule.Integer("CourtId", location), schedule.Text("Name", location));
        var named = location.Called($" ({court.Name})");
        return (court, faults.TryAll(
            schedule.OptionalObjects("CourtMatches", named),
            (match, index) => ReadEntry(match, court, named.Item("CourtMatches", index, $"match {index + 1}"))));
    }

    private static Entry ReadEntry(JsonElement match, ScheduledName court, FileLocation location)
    {
        var id = match.Integer("MatchId", location);
        var named = location.Called($" (id {id})");
        var division = match.Object("Division", named);
        var entry = new Entry(
            id,
            match.OptionalText("CompleteShortName", named),
            new ScheduledDivision(division.Integer("DivisionId", named), division.Text("Name", named)),
            court.Id,
            match.OptionalText("FirstTeamText", named) ?? "TBD",
            match.OptionalText("SecondTeamText", named) ?? "TBD",
            match.OptionalText("WorkTeamText", named),
            match.EpochMilliseconds("ScheduledStartDateTime", named),
            match.EpochMilliseconds("ScheduledEndDateTime", named));
        return entry.EndsAt >= entry.StartsAt
            ? entry
            : throw new InvalidFileException(named.Member("ScheduledEndDateTime"), "'ScheduledEndDateTime' lies before 'ScheduledStartDateTime'");
    }

    private static EventId? Key(JsonElement root, FileLocation top)
    {
        foreach (var member in (string[])["EventKey", "EventId"])
        {
            if (root.Find(member) is not { } value)
                continue;
            var key = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : root.Text(member, top);
            if (EventKeys.FromKey(key) is { } id)
                return id;
        }

        return null;
    }

    private static void RejectRepeats(IEnumerable<int> ids, string member, FileLocation top)
    {
        var seen = new HashSet<int>();
        foreach (var id in ids)
        {
            if (!seen.Add(id))
                throw new InvalidFileException(top, $"'{member}' {id} is there twice");
        }
    }
}
