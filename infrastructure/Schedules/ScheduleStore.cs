using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Schedules;

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
