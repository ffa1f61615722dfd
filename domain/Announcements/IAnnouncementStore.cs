namespace LiveFeed.Domain.Announcements;

public interface IAnnouncementStore
{
    Task<Announcement?> FindAsync(EventId eventId, string id);

    Task<int> CountAsync(EventId eventId);

    void Add(Announcement announcement);

    void Remove(Announcement announcement);
}
