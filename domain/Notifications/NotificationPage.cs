namespace LiveFeed.Domain.Notifications;

/// <summary>A page of notifications, the newest first.</summary>
/// <param name="Items">The notifications.</param>
/// <param name="More">Whether there are older ones.</param>
/// <param name="ReadUpTo">The number of the last notification that was read; 0 if none was.</param>
/// <param name="Unread">How many follow it.</param>
public sealed record NotificationPage(IReadOnlyList<NotificationView> Items, bool More, int ReadUpTo, int Unread);
