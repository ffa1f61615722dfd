namespace LiveFeed.Domain.Scores;

/// <summary>What a scorekeeper says of a match: all that is judged by its format.</summary>
/// <param name="Sets">All sets so far.</param>
/// <param name="Status">How far the match has come.</param>
/// <param name="Details">What else there is; null for nothing.</param>
public sealed record ScoreState(IReadOnlyList<SetScore> Sets, MatchStatus Status, ScoreDetails? Details = null)
{
    /// <summary>Whether the match is a leg of a tie. A shoot-out decides the tie then, and not the match.</summary>
    public bool IsLeg { get; init; }
}
