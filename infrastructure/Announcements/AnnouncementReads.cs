using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Announcements;

internal sealed class AnnouncementReads(ILiveFeedContextFactory contexts) : IAnnouncementReads
{
    public async Task<Page<AnnouncementView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Announcements.AsNoTracking()
            .Where(announcement => announcement.EventId == eventId)
            .OrderByDescending(announcement => announcement.CreatedAt).ThenByDescending(announcement => announcement.Id)
            .ToPageAsync(paging, announcement => announcement.ToView(), cancellationToken);
    }

    public async Task<AnnouncementView?> FindAsync(EventId eventId, string id, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var found = await db.Announcements.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == id, cancellationToken);
        return found?.ToView();
    }
}
