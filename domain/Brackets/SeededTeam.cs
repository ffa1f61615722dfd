namespace LiveFeed.Domain.Brackets;

/// <summary>A team for which matches are generated.</summary>
/// <param name="Id">The team.</param>
/// <param name="Seed">Its seed, 1 is best; null if it has none, and then it comes after all that have one, in the order of the list.</param>
/// <param name="Group">Its club or country. Teams of one group don't meet in the first round, if that is wanted and can be avoided.</param>
public sealed record SeededTeam(int Id, int? Seed = null, string? Group = null);
