using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Claims;

internal sealed class ClaimStore(DbSession session) : IClaimStore
{
    public async Task<Claim?> FindAsync(EventId eventId, MatchId matchId) =>
        await session.FindAsync((eventId, matchId), db => db.Compiled.Claim(db, eventId, matchId));

    public async Task<IReadOnlyList<Claim>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds) =>
        await session.Db.Claims.Where(claim => claim.EventId == eventId && matchIds.Contains(claim.MatchId)).ToListAsync();

    public async Task<IReadOnlyList<Claim>> ListHeldByAsync(EventId eventId, IReadOnlyCollection<UserId> holderIds) =>
        await session.Db.Claims.Where(claim => claim.EventId == eventId && holderIds.Contains(claim.HolderId)).ToListAsync();

    public async Task<IReadOnlyList<Claim>> FindExpiredAsync(
        EventId eventId, DateTimeOffset now, int limit)
    {
        return await session.Db.Claims.Where(claim => claim.EventId == eventId && claim.ExpiresAt <= now)
            .OrderBy(claim => claim.ExpiresAt).Take(limit).ToListAsync();
    }

    public void Add(Claim claim) => session.Add((claim.EventId, claim.MatchId), claim);

    public void Remove(Claim claim) => session.Remove((claim.EventId, claim.MatchId), claim);
}
