namespace LiveFeed.Domain.Sessions;

/// <summary>How long sessions and their refresh tokens last.</summary>
/// <param name="Refresh">How long a refresh token can be used.</param>
/// <param name="Grace">For how long after its first use a refresh token returns the same successor again.</param>
/// <param name="Session">How long a session lasts at most, however often it is renewed.</param>
/// <param name="Access">How long an access token is valid.</param>
public sealed record SessionLifetime(TimeSpan Refresh, TimeSpan Grace, TimeSpan Session, TimeSpan Access)
{
    /// <summary>Returns the expiry of a refresh token that is created now; null if the family has come to its end.</summary>
    public DateTimeOffset? ExpiryOf(string familyId, DateTimeOffset now)
    {
        var end = TokenFamily.StartOf(familyId) + Session;
        return end <= now ? null : now + Refresh is var expiry && expiry < end ? expiry : end;
    }
}
