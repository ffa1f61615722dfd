using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Announcements;

internal sealed class AnnouncementStore(DbSession session) : IAnnouncementStore
{
    public Task<Announcement?> FindAsync(EventId eventId, string id) =>
        session.FindAsync((eventId, id), db => db.Announcements.SingleOrDefaultAsync(announcement => announcement.EventId == eventId && announcement.Id == id));

    public Task<int> CountAsync(EventId eventId) => session.Db.Announcements.CountAsync(announcement => announcement.EventId == eventId);

    public void Add(Announcement announcement) => session.Add((announcement.EventId, announcement.Id), announcement);

    public void Remove(Announcement announcement) => session.Remove((announcement.EventId, announcement.Id), announcement);
}
