namespace LiveFeed.Domain.Coverage;

/// <summary>Two selected matches that are played at the same time.</summary>
/// <param name="Matches">The two matches.</param>
/// <param name="StartsAt">When the second of them starts.</param>
/// <param name="EndsAt">When the first of them ends.</param>
public sealed record CoverageConflict(IReadOnlyList<MatchId> Matches, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
