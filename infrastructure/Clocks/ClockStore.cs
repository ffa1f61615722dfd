using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Clocks;

internal sealed class ClockStore(DbSession session) : IClockStore
{
    private (LiveFeedContext Db, EventId EventId, HashSet<MatchId> Matches)? withClock;

    public Task<MatchClock?> FindAsync(EventId eventId, MatchId matchId) =>
        session.FindAsync((eventId, matchId), db => db.Clocks.SingleOrDefaultAsync(clock => clock.EventId == eventId && clock.MatchId == matchId));

    public async Task<IReadOnlySet<MatchId>> MatchesAsync(EventId eventId)
    {
        var db = session.Db;
        if (withClock is { } known && known.Db == db && known.EventId == eventId)
            return known.Matches;
        var matches = await db.Clocks.Where(clock => clock.EventId == eventId).Select(clock => clock.MatchId).ToHashSetAsync();
        withClock = (db, eventId, matches);
        return matches;
    }

    public void Add(MatchClock clock) => session.Add((clock.EventId, clock.MatchId), clock);

    public void Remove(MatchClock clock) => session.Remove((clock.EventId, clock.MatchId), clock);
}
