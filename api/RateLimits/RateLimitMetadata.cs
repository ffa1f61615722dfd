namespace LiveFeed.Api.RateLimits;

/// <summary>Marks endpoints at which every call takes a token.</summary>
internal sealed record RateLimitMetadata(RateLimitPolicy Policy);
