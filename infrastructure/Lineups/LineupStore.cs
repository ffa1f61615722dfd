using LiveFeed.Domain.Lineups;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Lineups;

internal sealed class LineupStore(DbSession session) : ILineupStore
{
    private (LiveFeedContext Db, EventId EventId, HashSet<MatchId> Matches)? withLineup;

    public Task<Lineup?> FindAsync(EventId eventId, MatchId matchId, int side) => session.FindAsync(
        (eventId, matchId, side), db => db.Lineups.SingleOrDefaultAsync(lineup => lineup.EventId == eventId && lineup.MatchId == matchId && lineup.Side == side));

    public async Task<IReadOnlyList<Lineup>> ListAsync(EventId eventId) => await session.Db.Lineups.Where(lineup => lineup.EventId == eventId).ToListAsync();

    public async Task<IReadOnlySet<MatchId>> MatchesAsync(EventId eventId)
    {
        var db = session.Db;
        if (withLineup is { } known && known.Db == db && known.EventId == eventId)
            return known.Matches;
        var matches = await db.Lineups.Where(lineup => lineup.EventId == eventId).Select(lineup => lineup.MatchId).ToHashSetAsync();
        withLineup = (db, eventId, matches);
        return matches;
    }

    public void Add(Lineup lineup) => session.Add((lineup.EventId, lineup.MatchId, lineup.Side), lineup);

    public void Remove(Lineup lineup) => session.Remove((lineup.EventId, lineup.MatchId, lineup.Side), lineup);
}
