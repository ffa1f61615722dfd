namespace LiveFeed.Domain.Sessions;

internal static class SessionFactory
{
    public static Session Begin(
        this ISessionStore sessions, User user, string refreshToken, string familyId, IAccessTokens tokens, DateTimeOffset expiresAt)
    {
        sessions.Add(new RefreshToken { Hash = Secrets.Hash(refreshToken), UserId = user.Id, FamilyId = familyId, ExpiresAt = expiresAt });
        return new Session(user, tokens.Issue(user), refreshToken, expiresAt);
    }
}
