using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Scores;

internal sealed class ScoreReads(ILiveFeedContextFactory contexts) : IScoreReads
{
    public async Task<Page<ScoreView>> ListAsync(
        EventId eventId, int? teamId, int? divisionId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var scores = db.Scores.AsNoTracking().Where(score => score.EventId == eventId);
        if (teamId is { } team)
        {
            scores = scores.Where(score => db.Matches.Any(match =>
                match.EventId == eventId && match.Id == score.MatchId && (match.Team1Id == team || match.Team2Id == team)));
        }

        if (divisionId is { } division)
        {
            scores = scores.Where(score => db.Matches.Any(match =>
                match.EventId == eventId && match.Id == score.MatchId && match.DivisionId == division));
        }

        return await scores.OrderBy(score => score.MatchId).ToPageAsync(paging, score => score.ToView(), cancellationToken);
    }

    public async Task<ScoreView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var score = await db.Scores.AsNoTracking()
            .SingleOrDefaultAsync(row => row.EventId == eventId && row.MatchId == matchId, cancellationToken);
        return score?.ToView();
    }

    public async Task<IReadOnlyList<ArchivedScore>> ArchivedAsync(EventId eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.ArchivedScores.AsNoTracking().Where(archived => archived.EventId == eventId).ToListAsync(cancellationToken);
    }

    public async Task<Page<ScoreRevisionView>> HistoryAsync(
        EventId eventId, MatchId matchId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.ScoreRevisions.AsNoTracking()
            .Where(row => row.EventId == eventId && row.MatchId == matchId)
            .OrderByDescending(row => row.Version)
            .ToPageAsync(paging, View, cancellationToken);
    }

    public async Task<Page<ScoreConflictView>> ConflictsAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var page = await db.ScoreConflicts.AsNoTracking()
            .Where(row => row.EventId == eventId)
            .OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.Id)
            .ToPageAsync(paging, row => row, cancellationToken);
        var (users, matches, versions) = (
            page.Items.Select(row => row.UserId).Distinct().ToList(), page.Items.Select(row => row.MatchId).Distinct().ToList(),
            page.Items.Select(row => row.CurrentVersion).Distinct().ToList());
        var names = await db.Users.AsNoTracking().Where(user => users.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var stored = await db.ScoreRevisions.AsNoTracking()
            .Where(row => row.EventId == eventId && matches.Contains(row.MatchId) && versions.Contains(row.Version))
            .ToDictionaryAsync(row => (row.MatchId, row.Version), View, cancellationToken);
        return new Page<ScoreConflictView>(
            [.. page.Items.Select(row => new ScoreConflictView(
                row.Id, row.MatchId, row.Sets, row.Status, row.OccurredAt, row.ReceivedAt, row.UserId, row.ClientUpdateId, row.CurrentVersion,
                names.GetValueOrDefault(row.UserId), stored.GetValueOrDefault((row.MatchId, row.CurrentVersion)), row.Details))],
            page.Total, page.Limit, page.Offset);
    }

    private static ScoreRevisionView View(ScoreRevision row) =>
        new(row.Version, row.Sets, row.Status, row.OccurredAt, row.RecordedAt, row.UpdatedBy, row.ClientUpdateId, row.Details, row.Reason);
}
