using System.Text.Json;
using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.Announcements;

/// <summary>The job that ends an announcement at its time.</summary>
/// <param name="EventId">The event.</param>
/// <param name="AnnouncementId">The announcement.</param>
public sealed record AnnouncementEnd(EventId EventId, string AnnouncementId)
{
    public const string JobKind = "announcement-end";

    /// <summary>Returns the id of an announcement's job.</summary>
    internal static string JobId(string announcementId) => $"{JobKind}/{announcementId}";

    /// <summary>Reads a job's payload.</summary>
    public static AnnouncementEnd From(string payload) => JsonSerializer.Deserialize<AnnouncementEnd>(payload, ApiJson.Options)!;

    internal static Job JobOf(Announcement announcement, DateTimeOffset dueAt) => new()
    {
        Id = JobId(announcement.Id),
        Kind = JobKind,
        Payload = JsonSerializer.Serialize(new AnnouncementEnd(announcement.EventId, announcement.Id), ApiJson.Options),
        CreatedAt = announcement.CreatedAt,
        DueAt = dueAt,
    };
}
