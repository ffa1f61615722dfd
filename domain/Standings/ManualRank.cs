namespace LiveFeed.Domain.Standings;

/// <summary>A rank that an organizer fixed by hand. Everybody sees that it was, and why.</summary>
/// <param name="Rank">From 1. Teams with the same one share it.</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record ManualRank(int Rank, string Reason);
