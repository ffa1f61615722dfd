using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Claims;

internal sealed class ClaimReads(ILiveFeedContextFactory contexts, TimeProvider time) : IClaimReads
{
    public async Task<Page<ClaimView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var now = time.Now();
        return await db.Claims.AsNoTracking()
            .Where(claim => claim.EventId == eventId && claim.ExpiresAt > now)
            .OrderBy(claim => claim.MatchId)
            .ToPageAsync(paging, claim => claim.ToView(), cancellationToken);
    }

    public async Task<ClaimView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var now = time.Now();
        var claim = await db.Claims.AsNoTracking()
            .SingleOrDefaultAsync(row => row.EventId == eventId && row.MatchId == matchId && row.ExpiresAt > now, cancellationToken);
        return claim?.ToView();
    }
}
