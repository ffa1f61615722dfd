using LiveFeed.Domain.Lineups;
using LiveFeed.Infrastructure.People;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Lineups;

internal sealed class LineupReads(ILiveFeedContextFactory contexts) : ILineupReads
{
    public async Task<LineupView?> FindAsync(EventId eventId, MatchId matchId, int side, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var lineup = await db.Lineups.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.MatchId == matchId && row.Side == side, cancellationToken);
        return lineup is null ? null : PublishedNames.Of(await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken), lineup.ToView());
    }
}
