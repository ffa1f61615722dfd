namespace LiveFeed.Domain.Coverage;

/// <summary>When a match is played.</summary>
public readonly record struct MatchTime(MatchId MatchId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
