using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Coverage;

internal sealed class CoverageReads(IContexts contexts, ICoverageStore store) : ICoverageReads
{
    public async Task<CoverageView> FindAsync(string eventId, string userId, CancellationToken cancellationToken)
    {
        var selected = (await store.FindAsync(eventId, userId, cancellationToken)).Select(item => item.MatchId).ToList();
        var times = await store.TimesAsync(eventId, selected, cancellationToken);
        return new CoverageView(selected, CoveragePlan.Conflicts(times.Values.OfType<MatchTime>()));
    }

    public async Task<IReadOnlyList<CoverageItem>> AllAsync(string eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Coverage.AsNoTracking().Where(item => item.EventId == eventId)
            .OrderBy(item => item.UserId).ThenBy(item => item.MatchId).ToListAsync(cancellationToken);
    }
}
