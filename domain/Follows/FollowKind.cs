namespace LiveFeed.Domain.Follows;

/// <summary>What can be followed. Stored by name.</summary>
public enum FollowKind
{
    Event,
    Team,
    Match,
}
