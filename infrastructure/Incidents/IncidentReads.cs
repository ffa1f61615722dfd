using LiveFeed.Infrastructure.People;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Incidents;

internal sealed class IncidentReads(ILiveFeedContextFactory contexts) : IIncidentReads
{
    public async Task<Page<IncidentView>> ListAsync(EventId eventId, MatchId matchId, bool includeRetracted, bool fullNames, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var setting = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        return await db.Incidents.AsNoTracking()
            .Where(incident => incident.EventId == eventId && incident.MatchId == matchId && (includeRetracted || incident.RetractedAt == null))
            .InOrder()
            .ToPageAsync(paging, incident => PublishedNames.Of(setting, incident.ToView()), cancellationToken);
    }

    public async Task<IncidentView?> FindAsync(EventId eventId, string id, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == id, cancellationToken);
        return incident is null ? null : PublishedNames.Of(await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken), incident.ToView());
    }
}
