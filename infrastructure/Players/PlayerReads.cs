using LiveFeed.Infrastructure.People;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Players;

internal sealed class PlayerReads(ILiveFeedContextFactory contexts) : IPlayerReads
{
    public async Task<PlayerList?> ListAsync(EventId eventId, int teamId, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (!await db.Teams.AnyAsync(team => team.EventId == eventId && team.Id == teamId, cancellationToken))
            return null;
        var setting = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        var players = await OfTeam(db, eventId, teamId).OrderBy(player => player.Id).ToListAsync(cancellationToken);
        return new PlayerList([.. players.Select(player => PublishedNames.Of(setting, player.ToView()))]);
    }

    public async Task<PlayerView?> FindAsync(EventId eventId, int teamId, int playerId, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var setting = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        return await OfTeam(db, eventId, teamId).SingleOrDefaultAsync(player => player.Id == playerId, cancellationToken) is { } player
            ? PublishedNames.Of(setting, player.ToView())
            : null;
    }

    private static IQueryable<Player> OfTeam(LiveFeedContext db, EventId eventId, int teamId) =>
        db.Players.AsNoTracking().Where(player => player.EventId == eventId && player.TeamId == teamId);
}
