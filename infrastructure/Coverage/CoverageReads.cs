using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Coverage;

internal sealed class CoverageReads(ILiveFeedContextFactory contexts, ICoverageStore store) : ICoverageReads
{
    public Task<CoverageView> FindAsync(EventId eventId, UserId userId) => store.ViewAsync(eventId, userId);

    public async Task<IReadOnlyList<CoverageItem>> AllAsync(EventId eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Coverage.AsNoTracking().Where(item => item.EventId == eventId)
            .OrderBy(item => item.UserId).ThenBy(item => item.MatchId).ToListAsync(cancellationToken);
    }
}
