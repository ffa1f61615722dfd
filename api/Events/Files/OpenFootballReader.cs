using System.Text.Json;

namespace LiveFeed.Api.Events.Files;

/// <summary>
/// Reads openfootball's JSON: a flat list of matches. It has no ids, so they are created here, and are the same at every reading: matches
/// count up in the order of the file, divisions in the order in which they appear, teams and courts in the order of their names.
/// </summary>
internal static class OpenFootballReader
{
    private sealed record Entry(
        string Team1, string Team2, string Division, bool IsGroup, string Court, DateTimeOffset KickOff,
        IReadOnlyList<ScoreChange> Timeline);

    /// <summary>The court of a match that names no ground.</summary>
    public const string UnknownGround = "Unknown ground";

    /// <param name="root">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="withResults">Whether to read the results. A schedule can be valid without them; then they are not read.</param>
    /// <exception cref="TournamentFormatException">A member is missing or invalid, or goals don't add up to a score.</exception>
    public static Tournament Read(JsonElement root, string file, bool withResults = true)
    {
        var top = FileLocation.Of(file);
        var name = root.Text("name", top);
        var entries = TournamentFormatException.Gather(
            root.Objects("matches", top), (match, index) => ReadEntry(match, top.Item("matches", index, $"match {index + 1}"), withResults));

        var divisions = Number(entries.Select(entry => entry.Division).Distinct());
        var courts = Number(entries.Select(entry => entry.Court).Distinct().Order(StringComparer.Ordinal));
        var teams = Number(entries.SelectMany(entry => new[] { entry.Team1, entry.Team2 }).Where(team => !TeamText.IsPlaceholder(team)).Distinct().Order(StringComparer.Ordinal));
        var home = HomeDivisions(entries);
        Side SideOf(string team) => new(teams.TryGetValue(team, out var id) ? id : null, team);

        return new Tournament(
            EventKeys.FromName(name),
            name,
            "football",
            [.. divisions.Select(division => new PlannedDivision(division.Value, division.Key))],
            [.. courts.Select(court => new PlannedCourt(court.Value, court.Key))],
            [.. teams.Select(team => new PlannedTeam(team.Value, team.Key, divisions[home[team.Key]]))],
            [.. entries.Select((entry, index) => new PlannedMatch(
                index + 1,
                divisions[entry.Division],
                courts[entry.Court],
                SideOf(entry.Team1),
                SideOf(entry.Team2),
                entry.KickOff,
                entry.Timeline is [.., var final] ? final.At : entry.KickOff + FootballClock.End(extraTime: false, shootOut: false),
                entry.Timeline))]);
    }

    private static Entry ReadEntry(JsonElement match, FileLocation location, bool withResults)
    {
        var team1 = match.Text("team1", location);
        var team2 = match.Text("team2", location);
        var where = location.Called($" ({team1} - {team2})");
        if (team1 == team2) throw new TournamentFormatException(where.Member("team2"), "a team cannot play itself");

        var group = match.OptionalText("group", where);
        var kickOff = FootballKickOff.Read(match, where);
        return new Entry(
            team1,
            team2,
            group ?? match.Text("round", where),
            group is not null,
            match.OptionalText("ground", where) ?? UnknownGround,
            kickOff,
            withResults ? FootballTimeline.Read(match, kickOff, where) : []);
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
