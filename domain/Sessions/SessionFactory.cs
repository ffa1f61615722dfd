namespace LiveFeed.Domain.Sessions;

internal static class SessionFactory
{
    public static Session Begin(this ISessionStore sessions, User user, string familyId, IAccessTokens tokens, DateTimeOffset expiresAt)
    {
        var secret = Secrets.Create();
        sessions.Add(new RefreshToken { Hash = Secrets.Hash(secret), UserId = user.Id, FamilyId = familyId, ExpiresAt = expiresAt });
        return new Session(user, tokens.Issue(user), secret, expiresAt);
    }
}
