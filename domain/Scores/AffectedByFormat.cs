namespace LiveFeed.Domain.Scores;

/// <summary>A score that can't be in another format.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Message">Why not, for people.</param>
public sealed record AffectedByFormat(MatchId MatchId, string Message)
{
    /// <summary>The most that an error lists.</summary>
    public const int MaxListed = 50;
}
