using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Players;

internal sealed class PlayerStore(DbSession session) : IPlayerStore
{
    public Task<Player?> FindAsync(EventId eventId, int id) =>
        session.FindAsync((eventId, id), db => db.Players.AsNoTracking().SingleOrDefaultAsync(player => player.EventId == eventId && player.Id == id));

    public async Task<IReadOnlyList<Player>> ListAsync(EventId eventId) => await session.Db.Players.Where(player => player.EventId == eventId).ToListAsync();

    public async Task<IReadOnlyList<Player>> ListAsync(EventId eventId, int teamId) =>
        await session.Db.Players.Where(player => player.EventId == eventId && player.TeamId == teamId).OrderBy(player => player.Id).ToListAsync();

    public async Task<IReadOnlyList<int>> IdsAsync(EventId eventId) =>
        await session.Db.Players.Where(player => player.EventId == eventId).Select(player => player.Id).ToListAsync();

    public void Add(Player player) => session.Add((player.EventId, player.Id), player);

    public void Remove(Player player) => session.Remove((player.EventId, player.Id), player);
}
