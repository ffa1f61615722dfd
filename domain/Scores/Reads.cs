namespace LiveFeed.Domain.Scores;

/// <summary>Reads of scores.</summary>
public interface IScoreReads
{
    /// <summary>Scores by match id, of all matches or of a team's or division's.</summary>
    Task<Page<ScoreView>> ListAsync(string eventId, int? teamId, int? divisionId, Paging paging, CancellationToken cancellationToken);

    Task<ScoreView?> FindAsync(string eventId, int matchId, CancellationToken cancellationToken);

    /// <summary>Every update of a score, newest first.</summary>
    Task<Page<ScoreRevisionView>> HistoryAsync(string eventId, int matchId, Paging paging, CancellationToken cancellationToken);

    /// <summary>Updates that came too late, newest first.</summary>
    Task<Page<ScoreConflictView>> ConflictsAsync(string eventId, Paging paging, CancellationToken cancellationToken);
}
