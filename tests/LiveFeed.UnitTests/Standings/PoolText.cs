using System.Globalization;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Domain.Standings;

namespace LiveFeed.UnitTests.Standings;

/// <summary>Pools as people write them down: teams are letters, "A-B 2-1" is a match with goals or sets.</summary>
internal static class PoolText
{
    public static int Id(char letter) => letter - 'A' + 1;

    /// <summary>Returns matches that are decided by goals: <c>A-B 2-1</c>.</summary>
    public static StandingMatch[] Goals(params string[] texts) => [.. texts.Select((text, index) =>
    {
        var match = Match(text, index);
        var goals = match.Sets.Single();
        return match with { Winner = goals.Leader };
    })];

    /// <summary>Returns matches that are decided by sets: <c>A-B 25-20 20-25 15-9</c>.</summary>
    public static StandingMatch[] Sets(params string[] texts) => [.. texts.Select((text, index) =>
    {
        var match = Match(text, index);
        var won = new SideNumbers(match.Sets.Count(set => set.Leader == 1), match.Sets.Count(set => set.Leader == 2));
        return match with { SetsWon = won, Winner = new SetScore(won.Team1, won.Team2).Leader };
    })];

    /// <summary>Returns the standings of the teams that are in the matches.</summary>
    public static IReadOnlyList<StandingRow> Rank(StandingRules rules, IReadOnlyList<StandingMatch> matches, params StandingTeam[] teams)
    {
        var ids = matches.SelectMany(match => new[] { match.Team1Id, match.Team2Id }).Distinct().Except(teams.Select(team => team.Id));
        return StandingTable.Create([.. teams, .. ids.Select(id => new StandingTeam(id))], matches, rules);
    }

    /// <summary>Returns the order of the rows, as <c>A B=C D</c> if B and C are level.</summary>
    public static string Order(IReadOnlyList<StandingRow> rows)
    {
        var order = "";
        foreach (var row in rows)
            order += (order == "" ? "" : row.SeparatedBy is StandingCriterion.Level ? "=" : " ") + (char)('A' + row.TeamId - 1);
        return order;
    }

    public static StandingRow Of(this IReadOnlyList<StandingRow> rows, char letter) => rows.Single(row => row.TeamId == Id(letter));

    private static StandingMatch Match(string text, int index)
    {
        var parts = text.Split(' ');
        return new StandingMatch(new MatchId(index + 1), Id(parts[0][0]), Id(parts[0][2]))
        {
            Sets = [.. parts.Skip(1).Select(part => part.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList()).Select(set => new SetScore(set[0], set[1]))],
        };
    }
}
