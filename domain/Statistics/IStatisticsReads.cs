namespace LiveFeed.Domain.Statistics;

/// <summary>Reads of statistics.</summary>
public interface IStatisticsReads
{
    /// <summary>Returns a match's statistics as they are now; null if there is no such match.</summary>
    Task<StatisticsView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken);
}
