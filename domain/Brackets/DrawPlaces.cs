namespace LiveFeed.Domain.Brackets;

/// <summary>The best teams of pools, as those who enter a bracket.</summary>
/// <param name="First">How many of each pool: 2 for the first and the second.</param>
/// <param name="Pools">The ids of the pools; all of the division if it is left out.</param>
public sealed record DrawPlaces(int First, IReadOnlyList<string>? Pools = null);
