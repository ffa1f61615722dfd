using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Infrastructure.Scores;

internal sealed class ScoreStore(DbSession session) : IScoreStore
{
    public async Task<Score?> FindAsync(EventId eventId, MatchId matchId) =>
        await session.FindAsync((eventId, matchId), db => db.Compiled.Score(db, eventId, matchId));

    public void Add(Score score) => session.Add((score.EventId, score.MatchId), score);

    public void Add(ScoreRevision revision) => session.Append(revision);

    public void Add(ScoreConflict conflict) => session.Db.ScoreConflicts.Add(conflict);
}
