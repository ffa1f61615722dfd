namespace LiveFeed.Domain.Notifications;

/// <summary>How far a user has read.</summary>
/// <param name="ReadUpTo">The number of the last notification that was read; 0 if none was.</param>
/// <param name="Unread">How many follow it.</param>
public sealed record ReadMarkView(int ReadUpTo, int Unread);
