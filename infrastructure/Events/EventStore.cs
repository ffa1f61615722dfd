using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Infrastructure.Events;

internal sealed class EventStore(DbSession session) : IEventStore
{
    public async Task<LiveEvent?> FindAsync(string eventId, CancellationToken cancellationToken) =>
        session.Track(await session.FindAsync(eventId, db => db.Compiled.Event(db, eventId)));

    public void Add(LiveEvent liveEvent)
    {
        session.Add(liveEvent.Id, session.Track(liveEvent)!);
        session.Add(liveEvent.Id, new FeedHead { EventId = liveEvent.Id, Epoch = Epochs.Create() });
    }

    public void Remove(LiveEvent liveEvent) => session.Remove(liveEvent.Id, liveEvent);
}
