namespace LiveFeed.Domain.Standings;

/// <summary>A rank that an organizer gives a team of a pool by hand.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record PoolRank(int TeamId, int Rank, string Reason)
{
    public const int MaxReason = 200;
}
