namespace LiveFeed.Domain.Follows;

/// <summary>How much may be followed.</summary>
/// <param name="MaxPerUser">The most that a user may follow at once.</param>
public sealed record FollowPolicy(int MaxPerUser);
