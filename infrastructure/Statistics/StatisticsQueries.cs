using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Statistics;

internal static class StatisticsQueries
{
    private static readonly string[] Types = [EntryTypes.ScoreUpdate, EntryTypes.Incident];

    /// <summary>Returns the entries of a feed, after a sequence and up to another, with which the statistics of their match change.</summary>
    public static IQueryable<FeedEntryRow> Causes(LiveFeedContext db, string topic, long after, long upTo) => db.FeedEntries
        .Where(entry => entry.Topic == topic && entry.Sequence > after && entry.Sequence <= upTo && Types.Contains(entry.Type) && entry.MatchId != null);

    /// <summary>Returns a match's scores in the order in which they were written.</summary>
    public static async Task<List<ScoreAt>> ScoresAsync(LiveFeedContext db, EventId eventId, MatchId matchId) =>
    [
        .. (await db.ScoreRevisions.AsNoTracking().Where(revision => revision.EventId == eventId && revision.MatchId == matchId)
            .OrderBy(revision => revision.Version)
            .Select(revision => new { revision.Sets, revision.OccurredAt })
            .ToListAsync()).Select(revision => new ScoreAt(revision.Sets, revision.OccurredAt)),
    ];
}
