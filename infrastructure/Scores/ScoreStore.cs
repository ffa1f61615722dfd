using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Scores;

internal sealed class ScoreStore(DbSession session) : IScoreStore
{
    public async Task<Score?> FindAsync(EventId eventId, MatchId matchId) =>
        await session.FindAsync((eventId, matchId), db => db.Compiled.Score(db, eventId, matchId));

    public async Task<IReadOnlyList<Score>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds) =>
        await session.Db.Scores.Where(score => score.EventId == eventId && matchIds.Contains(score.MatchId)).ToListAsync();

    public async Task<IReadOnlyList<Score>> ListAsync(EventId eventId) =>
        await session.Db.Scores.Where(score => score.EventId == eventId).ToListAsync();

    public async Task<IReadOnlyList<ArchivedScore>> ListArchivedAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds) =>
        await session.Db.ArchivedScores.Where(archived => archived.EventId == eventId && matchIds.Contains(archived.MatchId)).ToListAsync();

    public async Task<IReadOnlyList<MatchId>> ListArchivedIdsAsync(EventId eventId) =>
        await session.Db.ArchivedScores.Where(archived => archived.EventId == eventId).Select(archived => archived.MatchId).ToListAsync();

    public Task<ScoreRevision> LastRevisionAsync(EventId eventId, MatchId matchId) => session.Db.ScoreRevisions.AsNoTracking()
        .Where(revision => revision.EventId == eventId && revision.MatchId == matchId).OrderByDescending(revision => revision.Version).FirstAsync();

    public void Add(Score score) => session.Add((score.EventId, score.MatchId), score);

    public void Add(ScoreRevision revision) => session.Append(revision);

    public void Add(ScoreConflict conflict) => session.Db.ScoreConflicts.Add(conflict);

    public void Add(ArchivedScore archived) => session.Db.ArchivedScores.Add(archived);

    public void Remove(ArchivedScore archived) => session.Db.ArchivedScores.Remove(archived);

    public async Task<int> RemoveOldRevisionsAsync(EventId eventId, DateTimeOffset before, int limit)
    {
        var db = session.Db;
        var old = await db.ScoreRevisions
            .Where(revision => revision.EventId == eventId && revision.RecordedAt < before && db.ScoreRevisions
                .Any(later => later.EventId == eventId && later.MatchId == revision.MatchId && later.Version > revision.Version))
            .OrderBy(revision => revision.MatchId).ThenBy(revision => revision.Version)
            .Take(limit)
            .ToListAsync();
        db.ScoreRevisions.RemoveRange(old);
        return old.Count;
    }
}
