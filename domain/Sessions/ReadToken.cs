namespace LiveFeed.Domain.Sessions;

/// <summary>The contents of a valid access token.</summary>
public sealed record ReadToken(Actor Actor, DateTimeOffset ExpiresAt);
