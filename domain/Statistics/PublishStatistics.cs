using MediatR;

namespace LiveFeed.Domain.Statistics;

/// <summary>
/// Publishes the statistics of an event's matches that have changed since the last time, if that was long enough ago. Returns how many. It goes by the feed
/// itself: whatever instance has written, and whatever has died since, the last score of a match is followed by its statistics.
/// </summary>
public sealed record PublishStatistics(EventId EventId) : ICommand<int>, IEventCommand;

internal sealed class PublishStatisticsHandler(
    IEventStore events, IMatchStore matches, IScoreStore scores, IIncidentStore incidents, IStatisticsStore statistics, LiveMatches live, IFeedEntryCollector feed,
    IncidentPolicy liveFor, StatisticsPolicy policy, TimeProvider time)
    : IRequestHandler<PublishStatistics, Result<int>>
{
    public async Task<Result<int>> Handle(PublishStatistics command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var cursor = await statistics.FindCursorAsync(command.EventId);
        if (cursor is not null && now - cursor.PublishedAt < policy.Every)
            return 0;
        if (await events.FindAsync(command.EventId) is not { } liveEvent)
            return 0;
        // An event of before there were statistics, or a new one, begins with what is played now.
        var changed = cursor is null
            ? await statistics.InPlayAsync(command.EventId, now - liveFor.LiveAfterEnd)
            : await statistics.ChangedAfterAsync(command.EventId, cursor.Sequence);
        var published = 0;
        foreach (var matchId in liveEvent.Archived ? [] : changed.Matches)
        {
            if (await matches.FindAsync(command.EventId, matchId) is { } match && !await live.IsOverAsync(match, now))
            {
                await PublishAsync(match, now);
                published++;
            }
        }

        if (cursor is null)
            statistics.Add(new StatisticsCursor { Topic = Topics.ForEvent(command.EventId), Sequence = changed.UpTo, PublishedAt = now });
        else
            (cursor.Sequence, cursor.PublishedAt) = (changed.UpTo, published > 0 ? now : cursor.PublishedAt);

        return published;
    }

    private async Task PublishAsync(Match match, DateTimeOffset now)
    {
        (await live.EnterAsync(match, now)).HasStatistics = true;
        var status = (await scores.FindAsync(match.EventId, match.Id))?.Status ?? MatchStatus.Scheduled;
        var view = MatchStatistics.From(
            match.Id, status, await statistics.ScoresAsync(match.EventId, match.Id), [.. (await incidents.ListAsync(match.EventId, match.Id)).Select(incident => incident.ToView())]);
        feed.Add(StatisticsEntry.Create(match.EventId, view, match.Subject, now));
    }
}
