namespace LiveFeed.Domain.Sessions;

internal static class SessionFactory
{
    public static Session Begin(
        this ISessionStore sessions, User user, string refreshToken, string familyId, string? device, IAccessTokens tokens, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        sessions.Add(new RefreshToken
        {
            Hash = Secrets.Hash(refreshToken),
            UserId = user.Id,
            FamilyId = familyId,
            IssuedAt = now,
            Device = device,
            ExpiresAt = expiresAt,
        });
        return new Session(user, tokens.Issue(user, familyId), refreshToken, expiresAt);
    }
}
