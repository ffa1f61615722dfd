namespace LiveFeed.Domain.Invitations;

/// <summary>A link by which people get a role in an event. Only the hash of its secret is stored.</summary>
public sealed class Invitation
{
    /// <summary>Names it among an event's invitations; no secret.</summary>
    public required string Id { get; init; }

    public required EventId EventId { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required EventRole Role { get; init; }

    /// <summary>The teams that a coach or family will follow.</summary>
    public required List<int> TeamIds { get; init; }

    /// <summary>How many people can still use it.</summary>
    public required int UsesLeft { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The organizer who made it. It can't be used any more once that user may no longer manage the event.</summary>
    public required UserId CreatorId { get; init; }

    public bool IsOpen(DateTimeOffset now) => UsesLeft > 0 && ExpiresAt > now;
}
