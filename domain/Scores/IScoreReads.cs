namespace LiveFeed.Domain.Scores;

/// <summary>Reads of scores.</summary>
public interface IScoreReads
{
    /// <summary>Returns scores ordered by match id: of all matches, or of one team or division.</summary>
    Task<Page<ScoreView>> ListAsync(EventId eventId, int? teamId, int? divisionId, Paging paging, CancellationToken cancellationToken);

    Task<ScoreView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken);

    /// <summary>Returns the scores of removed matches.</summary>
    Task<IReadOnlyList<ArchivedScore>> ArchivedAsync(EventId eventId, CancellationToken cancellationToken);

    /// <summary>Returns every update of a score, newest first.</summary>
    Task<Page<ScoreRevisionView>> HistoryAsync(EventId eventId, MatchId matchId, Paging paging, CancellationToken cancellationToken);

    /// <summary>Returns the updates that came too late, newest first.</summary>
    Task<Page<ScoreConflictView>> ConflictsAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);
}
