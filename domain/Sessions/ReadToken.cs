namespace LiveFeed.Domain.Sessions;

/// <summary>The contents of a valid access token.</summary>
/// <param name="Actor">The user.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="SessionId">The session to which it belongs; null if an earlier version issued it.</param>
public sealed record ReadToken(Actor Actor, DateTimeOffset ExpiresAt, string? SessionId);
