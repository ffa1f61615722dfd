namespace LiveFeed.Domain.Invitations;

/// <summary>A link by which people get a role in an event, or in one of its teams. Only the hash of its secret is stored.</summary>
public sealed class Invitation
{
    /// <summary>Names it among an event's invitations; no secret.</summary>
    public required string Id { get; init; }

    public required EventId EventId { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The role in the event; of a team's invitation, the one that the team's role brings with it.</summary>
    public required EventRole Role { get; init; }

    /// <summary>The teams that a coach or family will follow.</summary>
    public required List<int> TeamIds { get; init; }

    /// <summary>The team that it is for; null if it is for the event.</summary>
    public int? TeamId { get; init; }

    /// <summary>The role in that team.</summary>
    public TeamRole? InTeam { get; init; }

    /// <summary>How many people can still use it.</summary>
    public required int UsesLeft { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it. It can't be used any more once that user may no longer give its role.</summary>
    public required UserId CreatorId { get; init; }

    public bool IsOpen(DateTimeOffset now) => UsesLeft > 0 && ExpiresAt > now;
}
