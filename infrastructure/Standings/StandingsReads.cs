using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Standings;

internal sealed class StandingsReads(ILiveFeedContextFactory contexts) : IStandingsReads
{
    public async Task<Page<StandingsView>> ListAsync(EventId eventId, int? divisionId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var liveEvent = await db.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken);
        var divisions = await db.Divisions.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken);
        var teams = await db.Teams.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var pools = db.Pools.AsNoTracking().Where(pool => pool.EventId == eventId);
        if (divisionId is { } division)
            pools = pools.Where(pool => pool.DivisionId == division);
        var formats = (await db.Matches.Where(match => match.EventId == eventId && match.PoolId != null && match.PlayedIn != null)
            .Select(match => new { match.PoolId, match.PlayedIn }).Distinct().ToListAsync(cancellationToken)).ToLookup(match => match.PoolId, match => match.PlayedIn!);
        return await pools.OrderBy(pool => pool.DivisionId).ThenBy(pool => pool.Id).ToPageAsync(
            paging, pool => StandingsView.Of(pool, divisions[pool.DivisionId], teams, divisions[pool.DivisionId].StandingsIn(liveEvent, pool.Counted().SelectMany(id => formats[id]))), cancellationToken);
    }
}
