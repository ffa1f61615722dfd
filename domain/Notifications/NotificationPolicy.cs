namespace LiveFeed.Domain.Notifications;

/// <summary>How many notifications are kept.</summary>
/// <param name="MaxPerUser">The most of one user. Older ones are removed.</param>
public sealed record NotificationPolicy(int MaxPerUser);
