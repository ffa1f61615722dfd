namespace LiveFeed.Domain.Follows;

/// <summary>A user follows something, and is notified of what happens there.</summary>
public sealed class Follow
{
    public required UserId UserId { get; init; }

    public required EventId EventId { get; init; }

    public required FollowKind Kind { get; init; }

    /// <summary>The id of the team or match; 0 if it is the event.</summary>
    public required int TargetId { get; init; }

    public required DateTimeOffset Since { get; init; }

    public FollowTarget Target => new(EventId, Kind, TargetId);
}
