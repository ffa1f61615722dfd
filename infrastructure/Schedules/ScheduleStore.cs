using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Schedules;

internal sealed class ScheduleStore(DbSession session) : IScheduleStore
{
    private (LiveFeedContext Db, EventId EventId, StoredSchedule Schedule)? loaded;

    public async Task<StoredSchedule> LoadAsync(EventId eventId)
    {
        var db = session.Db;
        if (loaded is { } known && known.Db == db && known.EventId == eventId)
            return known.Schedule;
        var stored = new StoredSchedule(
            await db.Divisions.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id),
            await db.Courts.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id),
            await db.Teams.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id),
            await db.Matches.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id),
            await db.Pools.Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id));
        loaded = (db, eventId, stored);
        return stored;
    }

    public Task<bool> HasCourtAsync(EventId eventId, int courtId) => session.Db.Courts.AnyAsync(court => court.EventId == eventId && court.Id == courtId);

    public Task<Court?> FindCourtAsync(EventId eventId, int courtId) => session.Db.Courts.SingleOrDefaultAsync(court => court.EventId == eventId && court.Id == courtId);

    public Task<Team?> FindTeamAsync(EventId eventId, int teamId) =>
        session.FindAsync((eventId, teamId), db => db.Teams.SingleOrDefaultAsync(team => team.EventId == eventId && team.Id == teamId));

    public void Add(object item) => session.Db.Add(item);

    public void Remove(object item) => session.Db.Remove(item);
}
