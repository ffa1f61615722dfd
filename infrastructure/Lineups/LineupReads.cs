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

    public async Task<MatchLineupsView?> OfMatchAsync(EventId eventId, MatchId matchId, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (!await db.Matches.AnyAsync(row => row.EventId == eventId && row.Id == matchId, cancellationToken))
            return null;
        var names = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        var lineups = await db.Lineups.AsNoTracking().Where(row => row.EventId == eventId && row.MatchId == matchId).OrderBy(row => row.Side).ToListAsync(cancellationToken);
        return new MatchLineupsView(matchId, [.. lineups.Select(lineup => PublishedNames.Of(names, lineup.ToView()))]);
    }
}
