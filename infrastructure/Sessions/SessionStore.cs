using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Sessions;

internal sealed class SessionStore(DbSession session) : ISessionStore
{
    public Task<RefreshToken?> FindAsync(string hash) =>
        session.FindAsync(hash, db => db.Compiled.RefreshToken(db, hash));

    public void Add(RefreshToken token) => session.Add(token.Hash, token);

    public Task RemoveFamilyAsync(string familyId) =>
        session.Db.RefreshTokens.Where(token => token.FamilyId == familyId).ExecuteDeleteAsync();

    public async Task MoveFamilyAsync(RefreshToken token, string newFamilyId)
    {
        await session.Db.RefreshTokens.Where(row => row.FamilyId == token.FamilyId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FamilyId, newFamilyId));
        token.FamilyId = newFamilyId;
    }

    public void Add(StreamTicket ticket) => session.Add(ticket.Hash, ticket);

    public Task<StreamTicket?> FindTicketAsync(string hash) =>
        session.FindAsync(hash, db => db.Compiled.StreamTicket(db, hash));

    public void Remove(StreamTicket ticket) => session.Remove(ticket.Hash, ticket);

    public async Task<int> RemoveExpiredAsync(DateTimeOffset now)
    {
        var db = session.Db;
        db.RefreshTokens.RemoveRange(await db.RefreshTokens.Where(token => token.ExpiresAt <= now).OrderBy(token => token.ExpiresAt).Take(AtOnce).ToListAsync());
        db.StreamTickets.RemoveRange(await db.StreamTickets.Where(ticket => ticket.ExpiresAt <= now).OrderBy(ticket => ticket.ExpiresAt).Take(AtOnce).ToListAsync());
        db.IdempotencyRecords.RemoveRange(
            await db.IdempotencyRecords.Where(record => record.ExpiresAt <= now).OrderBy(record => record.ExpiresAt).Take(AtOnce).ToListAsync());
        return db.ChangeTracker.Entries().Count();
    }

    private const int AtOnce = 500;
}
