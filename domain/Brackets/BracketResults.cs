namespace LiveFeed.Domain.Brackets;

/// <summary>What is decided so far.</summary>
/// <param name="Winners">The winning side, 1 or 2, of each match that is final and has a winner.</param>
/// <param name="Places">The teams of each complete pool by place; null in a place that level teams share.</param>
/// <param name="Scored">The matches that have a score: their teams stay.</param>
public sealed record BracketResults(
    IReadOnlyDictionary<MatchId, int> Winners, IReadOnlyDictionary<string, IReadOnlyList<int?>> Places, IReadOnlySet<MatchId> Scored);
