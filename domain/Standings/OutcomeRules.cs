namespace LiveFeed.Domain.Standings;

/// <summary>How matches count that did not end by play.</summary>
/// <param name="Unplayed">The score of a walkover, forfeit, default or disqualification, and of a match that was awarded without a score; null
/// if such a match counts no sets and points.</param>
/// <param name="Retired">The score of a match from which one side retired.</param>
/// <param name="RetiredIsCompleted">Whether the side that retired has completed the match. For its opponent the match is always completed.</param>
public sealed record OutcomeRules(UnplayedScore? Unplayed, RetiredScore Retired = RetiredScore.AsPlayed, bool RetiredIsCompleted = true);
