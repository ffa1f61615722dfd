namespace LiveFeed.Domain.Access;

/// <summary>
/// A refresh token. Only its hash is stored. Every use creates the next token of its family; a second use revokes the family.
/// </summary>
public sealed class RefreshToken
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string UserId { get; init; }

    /// <summary>Shared by all tokens that descend from one sign-in.</summary>
    public required string FamilyId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was exchanged for the next one; null if it has not been exchanged.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A single-use substitute for an access token, for clients that cannot set headers on a stream.</summary>
public sealed class StreamTicket
{
    /// <summary>SHA-256 of the ticket, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The expiry of the access token that was used to get the ticket. The stream ends then too.</summary>
    public required DateTimeOffset AccessEndsAt { get; init; }
}
