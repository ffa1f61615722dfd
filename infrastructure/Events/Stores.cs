using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

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

internal sealed class MatchStore(DbSession session) : IMatchStore
{
    public Task<Match?> FindAsync(string eventId, int matchId, CancellationToken cancellationToken) =>
        session.FindAsync((eventId, matchId), db => db.Compiled.Match(db, eventId, matchId));
}

internal sealed class ScheduleStore(DbSession session) : IScheduleStore
{
    public async Task<StoredSchedule> LoadAsync(string eventId, CancellationToken cancellationToken)
    {
        var db = session.Db;
        var stored = new StoredSchedule(
            await db.Divisions.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken),
            await db.Courts.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken),
            await db.Teams.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken),
            await db.Matches.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken));
        foreach (var match in stored.Matches.Values)
            session.Track(match);
        return stored;
    }

    public void Add(object item)
    {
        session.Db.Add(item);
        if (item is Aggregate aggregate)
            session.Track(aggregate);
    }

    public void Remove(object item) => session.Db.Remove(item);
}
