namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Makes a schedule from the matches of a football file.</summary>
internal static class FootballSchedule
{
    public static Schedule Create(IReadOnlyList<FootballMatch> matches)
    {
        var divisions = Number(matches.Select(match => match.Division).Distinct());
        var courts = Number(matches.Select(match => match.Court).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        var teams = Number(matches.SelectMany(match => new[] { match.Team1, match.Team2 })
            .Where(team => !FootballSides.IsPlaceholder(team)).Distinct().Order(StringComparer.Ordinal));
        var home = HomeDivisions(matches);
        int? IdOf(string team) => teams.TryGetValue(team, out var id) ? id : null;
        string? LabelOf(string team) => teams.ContainsKey(team) ? null : team;

        return new Schedule(
            [.. divisions.Select(division => new ScheduledDivision(division.Value, division.Key))],
            [.. courts.Select(court => new ScheduledName(court.Value, court.Key))],
            [.. teams.Select(team => new ScheduledTeam(team.Value, team.Key, divisions[home[team.Key]]))],
            [.. matches.Zip(MatchIds(matches)).Select(pair => new ScheduledMatch(
                new MatchId(pair.Second),
                divisions[pair.First.Division],
                pair.First.Court is { } court ? courts[court] : null,
                IdOf(pair.First.Team1),
                IdOf(pair.First.Team2),
                LabelOf(pair.First.Team1),
                LabelOf(pair.First.Team2),
                pair.First.KickOff.StartsAt,
                pair.First.EndsAt))]);
    }

    // "W73" is the winner of the match with the number 73. A file that has a number twice means something else by it.
    private static IEnumerable<int> MatchIds(IReadOnlyList<FootballMatch> matches)
    {
        var numbers = matches.Select(match => match.Number).OfType<int>().ToList();
        var used = numbers.ToHashSet();
        if (used.Count < numbers.Count)
            return Enumerable.Range(1, matches.Count);
        var next = 1;
        return [.. matches.Select((match, index) => match.Number ?? (used.Add(index + 1) ? index + 1 : Free()))];

        int Free()
        {
            while (!used.Add(next))
                next++;
            return next;
        }
    }

    // A team belongs to its group, however far it gets. If there are no groups, it belongs to the round in which it first plays.
    private static Dictionary<string, string> HomeDivisions(IReadOnlyList<FootballMatch> matches)
    {
        var home = new Dictionary<string, string>();
        foreach (var match in matches.OrderByDescending(match => match.IsGroup))
        {
            home.TryAdd(match.Team1, match.Division);
            home.TryAdd(match.Team2, match.Division);
        }

        return home;
    }

    private static Dictionary<string, int> Number(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index + 1);
}
