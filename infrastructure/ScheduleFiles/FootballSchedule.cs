using System.Globalization;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Makes a schedule from the matches of a football file.</summary>
internal static class FootballSchedule
{
    /// <param name="matches">The matches, in the order of the file.</param>
    /// <param name="notes">Gets what people should look at: names that look alike, and what was taken for a placeholder.</param>
    public static Schedule Create(IReadOnlyList<FootballMatch> matches, List<FileNote> notes)
    {
        var divisions = Number(matches.Select(match => match.Division));
        var courts = Number(matches.Select(match => match.Court).OfType<string>().Order(StringComparer.Ordinal));
        var sides = matches.SelectMany(match => new[] { match.Team1, match.Team2 }).ToLookup(TeamText.IsPlaceholder);
        var teams = Number(sides[false].Order(StringComparer.Ordinal));
        var home = HomeDivisions(matches);
        // "W73" is the winner of the match with the number 73. A file that has a number twice means something else by it.
        var hasNumbers = matches.Select(match => match.Number).OfType<int>().CountBy(number => number).All(number => number.Value == 1);
        notes.AddRange(TeamNameNotes.ForTeams(teams));
        if (TeamNameNotes.ForLabels(sides[true]) is { } taken)
            notes.Add(taken);
        int? IdOf(string side) => TeamText.IsPlaceholder(side) ? null : teams.Add(0, side);
        string? LabelOf(string side) => TeamText.IsPlaceholder(side) ? side : null;

        return new Schedule(
            [.. divisions.All.Select((division, index) => new ScheduledDivision(index + 1, division.Name))],
            [.. courts.All.Select((court, index) => new ScheduledName(index + 1, court.Name))],
            [.. teams.All.Select((team, index) => new ScheduledTeam(index + 1, team.Name, divisions.Add(0, home[NameKey.Of(team.Name)])))],
            [.. matches.Zip(MatchIds(matches, hasNumbers)).Select(pair => new ScheduledMatch(
                new MatchId(pair.Second),
                divisions.Add(0, pair.First.Division),
                pair.First.Court is { } court ? courts.Add(0, court) : null,
                IdOf(pair.First.Team1),
                IdOf(pair.First.Team2),
                LabelOf(pair.First.Team1),
                LabelOf(pair.First.Team2),
                pair.First.KickOff.StartsAt,
                pair.First.EndsAt,
                hasNumbers ? pair.First.Number?.ToString(CultureInfo.InvariantCulture) : null))]);
    }

    private static IEnumerable<int> MatchIds(IReadOnlyList<FootballMatch> matches, bool hasNumbers)
    {
        if (!hasNumbers)
            return Enumerable.Range(1, matches.Count);
        var used = matches.Select(match => match.Number).OfType<int>().ToHashSet();
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
            home.TryAdd(NameKey.Of(match.Team1), match.Division);
            home.TryAdd(NameKey.Of(match.Team2), match.Division);
        }

        return home;
    }

    private static NameNumbers<int> Number(IEnumerable<string> names)
    {
        var numbers = new NameNumbers<int>();
        foreach (var name in names)
            numbers.Add(0, name);
        return numbers;
    }
}
