namespace LiveFeed.Domain.Sessions;

/// <summary>A signed access token.</summary>
/// <param name="Token">What the client presents.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Lifetime">How long it is valid after it was issued.</param>
public sealed record AccessToken(string Token, DateTimeOffset ExpiresAt, TimeSpan Lifetime);
