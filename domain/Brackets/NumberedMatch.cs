namespace LiveFeed.Domain.Brackets;

/// <summary>A match to which labels may refer.</summary>
/// <param name="Id">The match.</param>
/// <param name="Number">What people call it; null if its id says it.</param>
/// <param name="DivisionId">Its division. Many tournaments number the matches of each division from 1.</param>
public sealed record NumberedMatch(MatchId Id, string? Number = null, int? DivisionId = null);
