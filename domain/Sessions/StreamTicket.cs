namespace LiveFeed.Domain.Sessions;

/// <summary>A single-use substitute for an access token, for clients that cannot set headers on a stream.</summary>
public sealed class StreamTicket
{
    /// <summary>SHA-256 of the ticket, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>The session of the access token that was used to get the ticket; null if that token names none.</summary>
    public string? SessionId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The expiry of the access token that was used to get the ticket. The stream ends then too.</summary>
    public required DateTimeOffset AccessEndsAt { get; init; }

    /// <summary>A ticket never outlives the token that it stands for.</summary>
    public bool HasEnded(DateTimeOffset now) => ExpiresAt <= now || AccessEndsAt <= now;
}
