using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Sessions;

internal sealed class SessionStore(DbSession session) : ISessionStore
{
    public Task<RefreshToken?> FindAsync(string hash) =>
        session.FindAsync(hash, db => db.Compiled.RefreshToken(db, hash));

    public void Add(RefreshToken token) => session.Add(token.Hash, token);

    public async Task<bool> RemoveFamilyAsync(UserId userId, string familyId) =>
        await session.Db.RefreshTokens.Where(token => token.UserId == userId && token.FamilyId == familyId).ExecuteDeleteAsync() > 0;

    public async Task<IReadOnlyList<string>> RemoveFamiliesAsync(IReadOnlyCollection<UserId> userIds, string? kept, DateTimeOffset issuedAfter)
    {
        var removed = session.Db.RefreshTokens.Where(token => userIds.Contains(token.UserId) && token.FamilyId != kept);
        var families = await removed.Where(token => token.IssuedAt == null || token.IssuedAt > issuedAfter)
            .Select(token => token.FamilyId).Distinct().ToListAsync();
        await removed.ExecuteDeleteAsync();
        return families;
    }

    public void Add(EndedSession ended)
    {
        session.Add(ended.Id, ended);
        session.EndedSessions.Add(ended);
    }

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
        db.EndedSessions.RemoveRange(await db.EndedSessions.Where(ended => ended.ExpiresAt <= now).OrderBy(ended => ended.ExpiresAt).Take(AtOnce).ToListAsync());
        db.Invitations.RemoveRange(await db.Invitations.Where(invitation => invitation.ExpiresAt <= now).OrderBy(invitation => invitation.ExpiresAt).Take(AtOnce).ToListAsync());
        db.ScorerLinks.RemoveRange(await db.ScorerLinks.Where(link => link.ExpiresAt <= now).OrderBy(link => link.ExpiresAt).Take(AtOnce).ToListAsync());
        db.IdempotencyRecords.RemoveRange(
            await db.IdempotencyRecords.Where(record => record.ExpiresAt <= now).OrderBy(record => record.ExpiresAt).Take(AtOnce).ToListAsync());
        return db.ChangeTracker.Entries().Count();
    }

    private const int AtOnce = 500;
}
