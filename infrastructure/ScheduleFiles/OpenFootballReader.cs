using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// Reads openfootball's JSON: a flat list of matches. It has no ids, so they are created here, and are the same at every reading: matches
/// count up in the order of the file, divisions in the order in which they appear, teams and courts in the order of their names.
/// </summary>
internal static class OpenFootballReader
{
    private sealed record Entry(
        string Team1, string Team2, string Division, bool IsGroup, string? Court, DateTimeOffset KickOff, IReadOnlyList<ScoreChange> Timeline);

    /// <summary>Reads the plan only: a schedule can be valid although its results are not.</summary>
    /// <param name="root">The file's content.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    /// <param name="usedZone">Whether there are such times.</param>
    /// <exception cref="InvalidFileException">A member is missing or invalid.</exception>
    public static Schedule ReadSchedule(JsonElement root, TimeZoneInfo zone, out bool usedZone)
    {
        var clock = new FootballKickOff(zone);
        var schedule = Read(root, "", clock, withResults: false, unknownGround: null).Schedule;
        usedZone = clock.UsedZone;
        return schedule;
    }

    /// <summary>Reads the plan and the results. Matches that name no ground share a court.</summary>
    /// <param name="root">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InvalidFileException">A member is missing or invalid, or goals don't add up to a score.</exception>
    public static RecordedTournament ReadRecording(JsonElement root, string file) => Read(root, file, new FootballKickOff(TimeZoneInfo.Utc), withResults: true, "Unknown ground");

    private static RecordedTournament Read(JsonElement root, string file, FootballKickOff clock, bool withResults, string? unknownGround)
    {
        var top = FileLocation.OfFile(file);
        var name = root.Text("name", top);
        var entries = InvalidFileException.Gather(
            root.Objects("matches", top),
            (match, index) => ReadEntry(match, top.Item("matches", index, $"match {index + 1}"), clock, withResults, unknownGround));
        var schedule = ToSchedule(entries);
        return new RecordedTournament(
            EventKeys.FromName(name),
            name,
            "football",
            schedule,
            [.. entries.Zip(schedule.Matches)
                .Where(pair => pair.First.Timeline.Count > 0)
                .Select(pair => new RecordedMatch(pair.Second.Id, pair.First.Team1, pair.First.Team2, pair.First.Timeline))]);
    }

    private static Schedule ToSchedule(List<Entry> entries)
    {
        var divisions = Number(entries.Select(entry => entry.Division).Distinct());
        var courts = Number(entries.Select(entry => entry.Court).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        var teams = Number(entries.SelectMany(entry => new[] { entry.Team1, entry.Team2 })
            .Where(team => !TeamText.IsPlaceholder(team)).Distinct().Order(StringComparer.Ordinal));
        var home = HomeDivisions(entries);
        int? IdOf(string team) => teams.TryGetValue(team, out var id) ? id : null;
        string? LabelOf(string team) => teams.ContainsKey(team) ? null : team;

        return new Schedule(
            [.. divisions.Select(division => new ScheduledName(division.Value, division.Key))],
            [.. courts.Select(court => new ScheduledName(court.Value, court.Key))],
            [.. teams.Select(team => new ScheduledTeam(team.Value, team.Key, divisions[home[team.Key]]))],
            [.. entries.Select((entry, index) => new ScheduledMatch(
                new MatchId(index + 1),
                divisions[entry.Division],
                entry.Court is { } court ? courts[court] : null,
                IdOf(entry.Team1),
                IdOf(entry.Team2),
                LabelOf(entry.Team1),
                LabelOf(entry.Team2),
                entry.KickOff,
                entry.Timeline is [.., var final] ? final.At : entry.KickOff + FootballClock.End(extraTime: false, shootOut: false)))]);
    }

    private static Entry ReadEntry(JsonElement match, FileLocation location, FootballKickOff clock, bool withResults, string? unknownGround)
    {
        var team1 = match.Text("team1", location);
        var team2 = match.Text("team2", location);
        var named = location.Called($" ({team1} - {team2})");
        if (team1 == team2)
            throw new InvalidFileException(named.Member("team2"), "a team cannot play itself");

        var group = match.OptionalText("group", named);
        var kickOff = clock.Read(match, named);
        return new Entry(
            team1,
            team2,
            group ?? match.Text("round", named),
            group is not null,
            match.OptionalText("ground", named) ?? unknownGround,
            kickOff,
            withResults ? FootballTimeline.Read(match, kickOff, named) : []);
    }

    // A team belongs to its group, however far it gets. If there are no groups, it belongs to the round in which it first plays.
    private static Dictionary<string, string> HomeDivisions(List<Entry> entries)
    {
        var home = new Dictionary<string, string>();
        foreach (var entry in entries.OrderByDescending(entry => entry.IsGroup))
        {
            home.TryAdd(entry.Team1, entry.Division);
            home.TryAdd(entry.Team2, entry.Division);
        }

        return home;
    }

    private static Dictionary<string, int> Number(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index + 1);
}
