using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Brackets;

/// <summary>Plays a generated bracket to its end, by a rule that says who wins.</summary>
internal static class Tournament
{
    /// <summary>Returns the matches in order, with all teams and the winner of each.</summary>
    /// <param name="matches">The bracket.</param>
    /// <param name="wins">Whether the first team wins against the second.</param>
    public static IReadOnlyList<(BracketMatch Match, int Winner, int Loser)> Play(IReadOnlyList<BracketMatch> matches, Func<int, int, bool> wins)
    {
        var winners = new Dictionary<MatchId, int>();
        var played = new List<(BracketMatch, int, int)>();
        foreach (var id in matches.Select(match => match.Id))
        {
            var results = new BracketResults(winners, new Dictionary<string, IReadOnlyList<int?>>(), new HashSet<MatchId>());
            var match = BracketFilling.Fill(matches, results).Matches.Single(match => match.Id == id);
            var (one, other) = (match.Side1.TeamId!.Value, match.Side2.TeamId!.Value);
            var isFirst = wins(one, other);
            winners[id] = isFirst ? 1 : 2;
            played.Add((match, isFirst ? one : other, isFirst ? other : one));
        }

        return played;
    }

    /// <summary>Returns teams whose ids are their seeds.</summary>
    public static IReadOnlyList<Entrant> Seeds(int count) => Entrant.FromTeams(Enumerable.Range(1, count).Reverse().Select(seed => new SeededTeam(seed, seed)));
}
