using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Scores;

internal sealed class ScoreStore(DbSession session) : IScoreStore
{
    public async Task<Score?> FindAsync(string eventId, int matchId, CancellationToken cancellationToken) =>
        session.Watch(await session.FindAsync((eventId, matchId), db => ByKey.Score(db, eventId, matchId)));

    public void Add(Score score) => session.Add((score.EventId, score.MatchId), session.Watch(score)!);

    public void Add(ScoreRevision revision) => session.Db.ScoreRevisions.Add(revision);

    public void Add(ScoreConflict conflict) => session.Db.ScoreConflicts.Add(conflict);

    public async Task RemoveAsync(string eventId, int matchId, CancellationToken cancellationToken)
    {
        var db = session.Db;
        await db.Scores.Where(row => row.EventId == eventId && row.MatchId == matchId).ExecuteDeleteAsync(cancellationToken);
        await db.ScoreRevisions.Where(row => row.EventId == eventId && row.MatchId == matchId).ExecuteDeleteAsync(cancellationToken);
        await db.ScoreConflicts.Where(row => row.EventId == eventId && row.MatchId == matchId).ExecuteDeleteAsync(cancellationToken);
        await db.Coverage.Where(row => row.EventId == eventId && row.MatchId == matchId).ExecuteDeleteAsync(cancellationToken);
    }
}
