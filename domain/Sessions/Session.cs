namespace LiveFeed.Domain.Sessions;

/// <summary>A signed-in user's tokens.</summary>
public sealed record Session(User User, AccessToken Access, string RefreshToken, DateTimeOffset RefreshExpiresAt);
