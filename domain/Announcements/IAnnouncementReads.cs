namespace LiveFeed.Domain.Announcements;

/// <summary>Reads of announcements. The caller must check access.</summary>
public interface IAnnouncementReads
{
    /// <summary>Returns an event's announcements, the newest first.</summary>
    Task<Page<AnnouncementView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);

    Task<AnnouncementView?> FindAsync(EventId eventId, string id, CancellationToken cancellationToken);
}
