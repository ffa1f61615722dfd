using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Incidents;

internal sealed class IncidentReads(ILiveFeedContextFactory contexts) : IIncidentReads
{
    public async Task<Page<IncidentView>> ListAsync(EventId eventId, MatchId matchId, bool includeRetracted, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Incidents.AsNoTracking()
            .Where(incident => incident.EventId == eventId && incident.MatchId == matchId && (includeRetracted || incident.RetractedAt == null))
            .InOrder()
            .ToPageAsync(paging, incident => incident.ToView(), cancellationToken);
    }

    public async Task<IncidentView?> FindAsync(EventId eventId, string id, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == id, cancellationToken);
        return incident?.ToView();
    }
}
