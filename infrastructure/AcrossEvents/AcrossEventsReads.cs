using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Schedules;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.AcrossEvents;

internal sealed class AcrossEventsReads(ILiveFeedContextFactory contexts) : IAcrossEventsReads
{
    public async Task<IReadOnlyList<EventId>> NewestAsync(ReaderIdentity reader, string? sport, int count, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var events = EventReads.ReadableBy(db, reader);
        if (sport is not null)
            events = events.Where(row => row.Sport == sport);
        return await events.OrderByDescending(row => row.StartsAt ?? row.CreatedAt).ThenBy(row => row.Id).Select(row => row.Id).Take(count).ToListAsync(cancellationToken);
    }

    public async Task<EventResults?> ResultsAsync(EventId eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, cancellationToken) is not { } liveEvent)
            return null;
        return EventResults.From(liveEvent, await ScheduleReads.WholeAsync(db, eventId, cancellationToken), await ScoresAsync(db, eventId, cancellationToken));
    }

    public async Task<ComparedEvent?> ComparedAsync(EventId eventId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, cancellationToken) is not { } liveEvent)
            return null;
        return ComparedEvent.From(
            liveEvent, await ScheduleReads.WholeAsync(db, eventId, cancellationToken), await ScoresAsync(db, eventId, cancellationToken), await TimesAsync(db, eventId, cancellationToken));
    }

    private static async Task<Dictionary<MatchId, MatchTimes>> TimesAsync(LiveFeedContext db, EventId eventId, CancellationToken cancellationToken)
    {
        var times = await db.ScoreRevisions.AsNoTracking().Where(revision => revision.EventId == eventId).GroupBy(revision => revision.MatchId)
            .Select(match => new
            {
                match.Key,
                First = match.Min(revision => revision.Version),
                StartedAt = match.Min(revision => revision.Status == MatchStatus.InProgress ? (DateTimeOffset?)revision.OccurredAt : null),
                EndedAt = match.Min(revision => revision.Status == MatchStatus.Final ? (DateTimeOffset?)revision.OccurredAt : null),
            })
            // Old revisions are removed, the first ones first: what is left then may begin in the middle of a match.
            .Where(match => match.First == 1)
            .ToListAsync(cancellationToken);
        return times.ToDictionary(match => match.Key, match => new MatchTimes(match.StartedAt, match.EndedAt));
    }

    private static Task<Dictionary<MatchId, Score>> ScoresAsync(LiveFeedContext db, EventId eventId, CancellationToken cancellationToken) =>
        db.Scores.AsNoTracking().Where(score => score.EventId == eventId).ToDictionaryAsync(score => score.MatchId, cancellationToken);
}
