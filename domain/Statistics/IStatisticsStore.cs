namespace LiveFeed.Domain.Statistics;

/// <summary>What statistics are made of, in the transaction of the command that uses it.</summary>
public interface IStatisticsStore
{
    Task<StatisticsCursor?> FindCursorAsync(EventId eventId);

    void Add(StatisticsCursor cursor);

    /// <summary>Returns the matches of which entries after a sequence report a score or an incident, in a page of entries.</summary>
    Task<ChangedMatches> ChangedAfterAsync(EventId eventId, long sequence);

    /// <summary>Returns the matches that are in play, or were updated since a time, and the end of the feed.</summary>
    Task<ChangedMatches> InPlayAsync(EventId eventId, DateTimeOffset since);

    /// <summary>Returns a match's scores in the order in which they were written.</summary>
    Task<IReadOnlyList<ScoreAt>> ScoresAsync(EventId eventId, MatchId matchId);
}
