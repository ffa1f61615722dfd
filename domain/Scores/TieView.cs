namespace LiveFeed.Domain.Scores;

/// <summary>The tie whose leg a match is.</summary>
/// <param name="Id">The tie.</param>
/// <param name="Winner">The side of this match that has won the tie: 1 or 2; null while that isn't decided.</param>
public sealed record TieView(string Id, int? Winner);
