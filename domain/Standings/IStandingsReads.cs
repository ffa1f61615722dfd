namespace LiveFeed.Domain.Standings;

/// <summary>Reads of standings.</summary>
public interface IStandingsReads
{
    /// <summary>Returns the standings of all pools, or of a division's, in the order of divisions and pools.</summary>
    Task<Page<StandingsView>> ListAsync(EventId eventId, int? divisionId, Paging paging, CancellationToken cancellationToken);
}
