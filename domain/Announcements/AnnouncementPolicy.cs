namespace LiveFeed.Domain.Announcements;

/// <summary>What announcements may be like.</summary>
/// <param name="MaxPerEvent">The most that an event may have at once.</param>
public sealed record AnnouncementPolicy(int MaxPerEvent);
