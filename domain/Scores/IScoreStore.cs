namespace LiveFeed.Domain.Scores;

public interface IScoreStore
{
    Task<Score?> FindAsync(string eventId, int matchId);

    void Add(Score score);

    void Add(ScoreRevision revision);

    void Add(ScoreConflict conflict);
}
