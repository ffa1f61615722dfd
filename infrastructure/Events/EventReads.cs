using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Events;

internal sealed class EventReads(ILiveFeedContextFactory contexts) : IEventReads
{
    public async Task<Page<EventView>> ListAsync(ReaderIdentity reader, bool onlyManaged, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var events = db.Events.AsNoTracking();
        if (onlyManaged && !reader.IsAdmin)
        {
            events = events.Where(row => db.Members.Any(member =>
                member.EventId == row.Id && member.UserId == reader.UserId && member.Role == EventRole.Organizer));
        }
        else if (!reader.IsAdmin)
        {
            events = reader.UserId is { } userId
                ? events.Where(row => row.Visibility == Visibility.Public || db.Members.Any(member => member.EventId == row.Id && member.UserId == userId))
                : events.Where(row => row.Visibility == Visibility.Public);
        }

        return await events.OrderBy(row => row.Archived).ThenBy(row => row.StartsAt).ThenBy(row => row.Id)
            .ToPageAsync(paging, row => row.ToView(), cancellationToken);
    }

    public async Task<EventView?> FindAsync(EventId eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return (await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, cancellationToken))?.ToView();
    }
}
