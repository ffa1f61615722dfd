namespace LiveFeed.Domain.Scores;

public interface IScoreStore
{
    Task<Score?> FindAsync(string eventId, int matchId, CancellationToken cancellationToken);

    void Add(Score score);

    void Add(ScoreRevision revision);

    void Add(ScoreConflict conflict);

    /// <summary>Removes a match's score with its history and conflicts.</summary>
    Task RemoveAsync(string eventId, int matchId, CancellationToken cancellationToken);
}
