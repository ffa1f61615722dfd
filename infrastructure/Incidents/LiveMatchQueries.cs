using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Infrastructure.Incidents;

internal static class LiveMatchQueries
{
    /// <summary>Returns the live matches that have been over since before a time.</summary>
    public static IQueryable<LiveMatch> Over(LiveFeedContext db, DateTimeOffset before)
    {
        var over = MatchStatuses.Over.ToArray();
        return db.LiveMatches.Where(live => db.Scores.Any(score =>
            score.EventId == live.EventId && score.MatchId == live.MatchId && over.Contains(score.Status) && score.RecordedAt < before));
    }
}
