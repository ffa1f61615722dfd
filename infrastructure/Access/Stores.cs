using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Access;

internal sealed class UserStore(DbSession session) : IUserStore
{
    public async Task<User?> FindAsync(string userId, CancellationToken cancellationToken) =>
        await session.Db.Users.FindAsync([userId], cancellationToken);

    public Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        session.Db.Users.SingleOrDefaultAsync(user => user.Email == email, cancellationToken);

    public void Add(User user) => session.Db.Users.Add(user);
}

internal sealed class MemberStore(DbSession session) : IMemberStore
{
    public async Task<Member?> FindAsync(string eventId, string userId, CancellationToken cancellationToken) =>
        await session.Db.Members.FindAsync([eventId, userId], cancellationToken);

    public Task<int> CountOrganizersAsync(string eventId, CancellationToken cancellationToken) =>
        session.Db.Members.CountAsync(member => member.EventId == eventId && member.Role == EventRole.Organizer, cancellationToken);

    public void Add(Member member) => session.Db.Members.Add(member);

    public void Remove(Member member) => session.Db.Members.Remove(member);
}

internal sealed class SessionStore(DbSession session) : ISessionStore
{
    public async Task<RefreshToken?> FindAsync(string hash, CancellationToken cancellationToken) =>
        await session.Db.RefreshTokens.FindAsync([hash], cancellationToken);

    public void Add(RefreshToken token) => session.Db.RefreshTokens.Add(token);

    public async Task RemoveFamilyAsync(string familyId, CancellationToken cancellationToken) =>
        await session.Db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM refresh_tokens WHERE family_id = {familyId}", cancellationToken);

    public void Add(StreamTicket ticket) => session.Db.StreamTickets.Add(ticket);

    public async Task<StreamTicket?> FindTicketAsync(string hash, CancellationToken cancellationToken) =>
        await session.Db.StreamTickets.FindAsync([hash], cancellationToken);

    public void Remove(StreamTicket ticket) => session.Db.StreamTickets.Remove(ticket);

    public async Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var db = session.Db;
        db.RefreshTokens.RemoveRange(await db.RefreshTokens.Where(token => token.ExpiresAt <= now).Take(AtOnce).ToListAsync(cancellationToken));
        db.StreamTickets.RemoveRange(await db.StreamTickets.Where(ticket => ticket.ExpiresAt <= now).Take(AtOnce).ToListAsync(cancellationToken));
        db.IdempotencyRecords.RemoveRange(
            await db.IdempotencyRecords.Where(record => record.ExpiresAt <= now).Take(AtOnce).ToListAsync(cancellationToken));
        return db.ChangeTracker.Entries().Count();
    }

    private const int AtOnce = 500;
}
