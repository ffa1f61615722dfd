namespace LiveFeed.Domain.Sessions;

/// <summary>
/// A refresh token. Only its hash is stored. Its use creates the next token of its family; a late second use revokes the family.
/// </summary>
public sealed class RefreshToken
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>Shared by all tokens that descend from one sign-in (<see cref="TokenFamily"/>).</summary>
    public required string FamilyId { get; set; }

    /// <summary>When it was created; null if that was by an earlier version.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>What it was created for (<see cref="DeviceText"/>); null if that isn't known.</summary>
    public string? Device { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was exchanged for the next one; null if it has not been exchanged.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
