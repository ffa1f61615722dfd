namespace LiveFeed.Domain.Access;

/// <summary>A refresh token, of which only the hash is kept. Every use makes the next of its family; a second use revokes the family.</summary>
public sealed class RefreshToken
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string UserId { get; init; }

    /// <summary>All tokens that descend from one sign-in.</summary>
    public required string FamilyId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was exchanged for the next one; null while it can be used.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A single-use stand-in for an access token, for clients that cannot set headers on a stream.</summary>
public sealed class StreamTicket
{
    /// <summary>SHA-256 of the ticket, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the access token that bought the ticket ends, and with it the stream.</summary>
    public required DateTimeOffset AccessEndsAt { get; init; }
}
