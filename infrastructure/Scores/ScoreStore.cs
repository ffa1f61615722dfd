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
        var database = session.Db.Database;
        await database.ExecuteSqlInterpolatedAsync($"DELETE FROM scores WHERE event_id = {eventId} AND match_id = {matchId}", cancellationToken);
        await database.ExecuteSqlInterpolatedAsync($"DELETE FROM score_revisions WHERE event_id = {eventId} AND match_id = {matchId}", cancellationToken);
        await database.ExecuteSqlInterpolatedAsync($"DELETE FROM score_conflicts WHERE event_id = {eventId} AND match_id = {matchId}", cancellationToken);
        await database.ExecuteSqlInterpolatedAsync($"DELETE FROM coverage WHERE event_id = {eventId} AND match_id = {matchId}", cancellationToken);
    }
}
