namespace LiveFeed.Domain.Scores;

public interface IScoreStore
{
    Task<Score?> FindAsync(EventId eventId, MatchId matchId);

    void Add(Score score);

    void Add(ScoreRevision revision);

    void Add(ScoreConflict conflict);
}
