namespace LiveFeed.Domain.Sessions;

internal static class SessionFactory
{
    public static Session Begin(
        this ISessionStore sessions, User user, string refreshToken, string familyId, string? device, IAccessTokens tokens, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        // A helper's session ends with the link, whatever becomes of it until then.
        if (user.ScorerUntil < expiresAt)
            expiresAt = user.ScorerUntil.Value;
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
