using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Events;

internal sealed class EventReads(ILiveFeedContextFactory contexts) : IEventReads
{
    public async Task<Page<EventView>> ListAsync(ReaderIdentity reader, bool onlyManaged, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var events = onlyManaged && !reader.IsAdmin
            ? db.Events.AsNoTracking().Where(row => db.Members.Any(member =>
                member.EventId == row.Id && member.UserId == reader.UserId && member.Role == EventRole.Organizer))
            : ReadableBy(db, reader);
        return await events.OrderBy(row => row.Archived).ThenBy(row => row.StartsAt).ThenBy(row => row.Id)
            .ToPageAsync(paging, row => row.ToView(), cancellationToken);
    }

    public async Task<EventView?> FindAsync(EventId eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return (await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, cancellationToken))?.ToView();
    }

    /// <summary>Returns the events that a reader may read.</summary>
    public static IQueryable<LiveEvent> ReadableBy(LiveFeedContext db, ReaderIdentity reader) => reader switch
    {
        { IsAdmin: true } => db.Events.AsNoTracking(),
        { UserId: { } userId } => db.Events.AsNoTracking().Where(row =>
            row.Visibility == Visibility.Public || db.Members.Any(member => member.EventId == row.Id && member.UserId == userId)),
        _ => db.Events.AsNoTracking().Where(row => row.Visibility == Visibility.Public),
    };
}
