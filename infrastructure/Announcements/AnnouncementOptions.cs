using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Announcements;

/// <summary>Settings under <c>LiveFeed:Announcements</c>.</summary>
public sealed class AnnouncementOptions
{
    /// <summary>The most announcements that an event may have at once. All of them are part of every snapshot.</summary>
    [Range(1, 1_000)]
    public int MaxPerEvent { get; set; } = 20;
}
