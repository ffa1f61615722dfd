using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Standings;

internal sealed class PoolStore(DbSession session) : IPoolStore
{
    public Task<Pool?> FindAsync(EventId eventId, string poolId) =>
        session.Db.Pools.SingleOrDefaultAsync(pool => pool.EventId == eventId && pool.Id == poolId);

    public async Task<IReadOnlyList<Pool>> ListAsync(EventId eventId, IReadOnlyCollection<string> poolIds) => poolIds.Count == 0
        ? []
        : await session.Db.Pools.Where(pool => pool.EventId == eventId && poolIds.Contains(pool.Id)).OrderBy(pool => pool.Id).ToListAsync();

    public async Task<IReadOnlyList<Pool>> PlacedAsync(EventId eventId) =>
        await session.Db.Pools.Where(pool => pool.EventId == eventId && pool.PlacesFrom != null).OrderBy(pool => pool.Id).ToListAsync();

    public async Task<IReadOnlyDictionary<int, Division>> DivisionsAsync(EventId eventId, IReadOnlyCollection<Pool> ofPools)
    {
        int[] ids = [.. ofPools.Select(pool => pool.DivisionId).Distinct()];
        return await session.Db.Divisions.Where(division => division.EventId == eventId && ids.Contains(division.Id)).ToDictionaryAsync(division => division.Id);
    }

    public async Task<IReadOnlyDictionary<int, string>> TeamNamesAsync(EventId eventId, IReadOnlyCollection<Pool> ofPools)
    {
        int[] ids = [.. ofPools.SelectMany(pool => pool.Teams)];
        return await session.Db.Teams.Where(team => team.EventId == eventId && ids.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name);
    }

    public async Task<IReadOnlyList<Match>> MatchesAsync(EventId eventId, IReadOnlyCollection<string> poolIds) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && match.PoolId != null && poolIds.Contains(match.PoolId)).ToListAsync();

    public async Task<IReadOnlyList<Match>> LegsAsync(EventId eventId, IReadOnlyCollection<string> ties) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && match.TieId != null && ties.Contains(match.TieId)).ToListAsync();

    public async Task<IReadOnlyList<Match>> DependentMatchesAsync(EventId eventId) =>
        await session.Db.Matches.Where(match => match.EventId == eventId && (match.Team1From != null || match.Team2From != null)).ToListAsync();
}
