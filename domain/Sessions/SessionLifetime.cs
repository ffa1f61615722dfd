namespace LiveFeed.Domain.Sessions;

/// <summary>How long a refresh token can be used.</summary>
public sealed record SessionLifetime(TimeSpan Refresh);
