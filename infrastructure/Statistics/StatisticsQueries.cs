using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Statistics;

internal static class StatisticsQueries
{
    /// <summary>Returns a match's scores in the order in which they were written.</summary>
    public static async Task<List<ScoreAt>> ScoresAsync(LiveFeedContext db, EventId eventId, MatchId matchId) =>
    [
        .. (await db.ScoreRevisions.AsNoTracking().Where(revision => revision.EventId == eventId && revision.MatchId == matchId)
            .OrderBy(revision => revision.Version)
            .Select(revision => new { revision.Sets, revision.OccurredAt })
            .ToListAsync()).Select(revision => new ScoreAt(revision.Sets, revision.OccurredAt)),
    ];
}
