using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Clocks;

internal sealed class ClockReads(ILiveFeedContextFactory contexts) : IClockReads
{
    public async Task<ClockView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var clock = await db.Clocks.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.MatchId == matchId, cancellationToken);
        return clock?.ToView();
    }
}
