namespace LiveFeed.Domain.Sessions;

/// <summary>Ends sessions: their refresh tokens are removed, and their access tokens are refused from now on.</summary>
internal sealed class SessionEnder(ISessionStore sessions, SessionLifetime lifetime, TimeProvider time) : IDomainService
{
    /// <summary>Ends one session. Returns false if this user has no such session.</summary>
    public async Task<bool> EndAsync(UserId userId, string sessionId)
    {
        if (!await sessions.RemoveFamilyAsync(userId, sessionId))
            return false;
        Refuse(sessionId, time.Now());
        return true;
    }

    /// <summary>Ends all sessions of a user but one.</summary>
    public Task EndOthersAsync(UserId userId, string? current) => EndAsync([userId], current);

    /// <summary>Ends all sessions of these users.</summary>
    public Task EndAllAsync(IReadOnlyCollection<UserId> userIds) => EndAsync(userIds, null);

    private async Task EndAsync(IReadOnlyCollection<UserId> userIds, string? kept)
    {
        var now = time.Now();
        // Older families have no access token that is still valid: the last one was issued within the grace of their last refresh token.
        foreach (var id in await sessions.RemoveFamiliesAsync(userIds, kept, now - lifetime.Access - lifetime.Grace))
            Refuse(id, now);
    }

    // A refresh that runs at the same moment may issue an access token a little later than now.
    private void Refuse(string sessionId, DateTimeOffset now) =>
        sessions.Add(new EndedSession { Id = sessionId, EndedAt = now, ExpiresAt = now + lifetime.Access + lifetime.Grace });
}
