using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Statistics;

internal sealed class StatisticsStore(DbSession session) : IStatisticsStore
{
    // More would keep other writes waiting. Those that are left come the next time, before these.
    private const int AtOnce = 25;

    public Task<StatisticsCursor?> FindCursorAsync(EventId eventId)
    {
        var topic = Topics.ForEvent(eventId);
        return session.Db.StatisticsCursors.SingleOrDefaultAsync(cursor => cursor.Topic == topic);
    }

    public void Add(StatisticsCursor cursor) => session.Db.StatisticsCursors.Add(cursor);

    public async Task<ChangedMatches> ChangedAfterAsync(EventId eventId, long sequence)
    {
        var topic = Topics.ForEvent(eventId);
        var upTo = await HeadAsync(topic);
        var changed = await StatisticsQueries.Causes(session.Db, topic, sequence, upTo)
            .GroupBy(entry => entry.MatchId!.Value)
            .Select(match => new { MatchId = match.Key, First = match.Min(entry => entry.Sequence) })
            .OrderBy(match => match.First)
            .Take(AtOnce + 1)
            .ToListAsync();
        return changed.Count > AtOnce
            ? new ChangedMatches([.. changed.Take(AtOnce).Select(match => match.MatchId)], changed[AtOnce].First - 1)
            : new ChangedMatches([.. changed.Select(match => match.MatchId)], upTo);
    }

    public async Task<ChangedMatches> InPlayAsync(EventId eventId, DateTimeOffset since)
    {
        var over = MatchStatuses.Over.ToArray();
        var matches = await session.Db.Scores
            .Where(score => score.EventId == eventId && (!over.Contains(score.Status) || score.RecordedAt >= since))
            .OrderByDescending(score => score.RecordedAt)
            .Select(score => score.MatchId)
            .Take(AtOnce)
            .ToListAsync();
        return new ChangedMatches(matches, await HeadAsync(Topics.ForEvent(eventId)));
    }

    public async Task<IReadOnlyList<ScoreAt>> ScoresAsync(EventId eventId, MatchId matchId) => await StatisticsQueries.ScoresAsync(session.Db, eventId, matchId);

    private Task<long> HeadAsync(string topic) => session.Db.FeedHeads.Where(head => head.Topic == topic).Select(head => head.Sequence).SingleOrDefaultAsync();
}
