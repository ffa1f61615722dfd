namespace LiveFeed.Domain.Sessions;

/// <summary>A session that was ended before its access tokens expired. It is kept until the last of them has.</summary>
public sealed class EndedSession
{
    public static readonly Error Refused =
        new(ErrorCode.SessionEnded, "This session was ended, by signing out or from another device. Sign in with POST /api/auth/login.");

    /// <summary>The session's id: that of its token family.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>When the last of its access tokens has expired.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
