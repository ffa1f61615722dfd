using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Standings;

internal sealed class PoolStore(DbSession session) : IPoolStore
{
    public async Task<IReadOnlyList<Pool>> ListAsync(EventId eventId) =>
        await session.Db.Pools.Where(pool => pool.EventId == eventId).OrderBy(pool => pool.Id).ToListAsync();

    public async Task<IReadOnlyList<Pool>> ListAsync(EventId eventId, IReadOnlyCollection<string> poolIds) => poolIds.Count == 0
        ? []
        : await session.Db.Pools.Where(pool => pool.EventId == eventId && poolIds.Contains(pool.Id)).OrderBy(pool => pool.Id).ToListAsync();

    public Task<Division> DivisionAsync(Pool pool) =>
        session.Db.Divisions.SingleAsync(division => division.EventId == pool.EventId && division.Id == pool.DivisionId);

    public async Task<IReadOnlyDictionary<int, string>> TeamNamesAsync(Pool pool)
    {
        int[] teams = [.. pool.Teams];
        return await session.Db.Teams.Where(team => team.EventId == pool.EventId && teams.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name);
    }

    public Task<Pool?> FindAsync(EventId eventId, string poolId) =>
        session.Db.Pools.SingleOrDefaultAsync(pool => pool.EventId == eventId && pool.Id == poolId);

    public async Task<IReadOnlyList<Match>> MatchesAsync(EventId eventId, string poolId) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && match.PoolId == poolId).ToListAsync();

    public async Task<IReadOnlyList<Match>> LegsAsync(EventId eventId, IReadOnlyCollection<string> ties) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && match.TieId != null && ties.Contains(match.TieId)).ToListAsync();

    public async Task<IReadOnlyList<string>> TiesAsync(EventId eventId) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && match.TieId != null).Select(match => match.TieId!).Distinct().ToListAsync();

    public async Task<IReadOnlyList<Match>> DependentMatchesAsync(EventId eventId) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && (match.Team1From != null || match.Team2From != null)).ToListAsync();
}
