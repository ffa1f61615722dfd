namespace LiveFeed.Domain.Incidents;

/// <summary>Reads of incidents.</summary>
public interface IIncidentReads
{
    /// <summary>Returns a match's incidents in their order.</summary>
    Task<Page<IncidentView>> ListAsync(EventId eventId, MatchId matchId, bool includeRetracted, Paging paging, CancellationToken cancellationToken);

    Task<IncidentView?> FindAsync(EventId eventId, string id, CancellationToken cancellationToken);
}
