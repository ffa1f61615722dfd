namespace LiveFeed.Domain.Incidents;

/// <summary>Reads of incidents. <c>fullNames</c> says whether the reader sees people's full names, whatever is published of them.</summary>
public interface IIncidentReads
{
    /// <summary>Returns a match's incidents in their order.</summary>
    Task<Page<IncidentView>> ListAsync(EventId eventId, MatchId matchId, bool includeRetracted, bool fullNames, Paging paging, CancellationToken cancellationToken);

    Task<IncidentView?> FindAsync(EventId eventId, string id, bool fullNames, CancellationToken cancellationToken);
}
