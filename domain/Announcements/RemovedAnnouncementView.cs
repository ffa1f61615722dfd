namespace LiveFeed.Domain.Announcements;

/// <summary>The body of an entry that reports that an announcement has ended.</summary>
public sealed record RemovedAnnouncementView(string Id, bool Removed = true);
