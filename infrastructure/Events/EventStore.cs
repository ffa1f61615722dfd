using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Events;

internal sealed class EventStore(DbSession session) : IEventStore
{
    public Task<LiveEvent?> FindAsync(EventId eventId) => session.FindAsync(eventId, db => db.Compiled.Event(db, eventId));

    public void Add(LiveEvent liveEvent)
    {
        session.Add(liveEvent.Id, liveEvent);
        var head = new FeedHead { Topic = Topics.ForEvent(liveEvent.Id), Epoch = Epochs.Create() };
        session.Add(head.Topic, head);
    }

    public async Task RemoveAsync(LiveEvent liveEvent)
    {
        session.Remove(liveEvent.Id, liveEvent);
        var topic = Topics.ForEvent(liveEvent.Id);
        // Its entries are removed with it. It stays known to this transaction, which still has to signal that the event is gone.
        if (await session.FindAsync(topic, db => db.FeedHeads.SingleOrDefaultAsync(head => head.Topic == topic)) is { } head)
            session.Db.Remove(head);
        session.Db.RemoveRange(await FeedQueries.HeadsBelowAsync(session.Db, liveEvent.Id));
    }
}
