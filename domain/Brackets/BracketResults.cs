namespace LiveFeed.Domain.Brackets;

/// <summary>What is decided so far.</summary>
/// <param name="Winners">The winning side, 1 or 2, of each match that is final and has a winner.</param>
/// <param name="Places">The teams of each complete pool by place; null in a place that level teams share.</param>
/// <param name="Scored">The matches that have a score: their teams stay.</param>
public sealed record BracketResults(
    IReadOnlyDictionary<MatchId, int> Winners, IReadOnlyDictionary<string, IReadOnlyList<int?>> Places, IReadOnlySet<MatchId> Scored)
{
    /// <summary>Returns what the scores of some matches and the standings of some pools decide.</summary>
    public static BracketResults Of(IEnumerable<Match> matches, IEnumerable<Pool> pools, IReadOnlyDictionary<MatchId, Score> scores)
    {
        var winners =
            from match in matches
            where scores.ContainsKey(match.Id)
            let score = scores[match.Id]
            where score.Status is MatchStatus.Final
            // Who wins a leg has not won the tie.
            let winner = match.Leg is null ? score.Winner : score.Tie?.Winner
            where winner is not null
            select (match.Id, Winner: winner.Value);
        return new BracketResults(
            winners.ToDictionary(one => one.Id, one => one.Winner), pools.Where(pool => pool.IsComplete).ToDictionary(pool => pool.Id, pool => pool.Places),
            scores.Values.Where(score => !score.IsEmpty).Select(score => score.MatchId).ToHashSet());
    }
}
