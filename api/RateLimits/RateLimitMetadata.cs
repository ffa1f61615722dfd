namespace LiveFeed.Api.RateLimits;

/// <summary>Marks endpoints at which every call takes a token.</summary>
/// <param name="Policy">The policy; null if the endpoint takes the token itself (<see cref="EndpointRateLimit"/>).</param>
internal sealed record RateLimitMetadata(RateLimitPolicy? Policy);
