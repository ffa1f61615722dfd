using MediatR;

namespace LiveFeed.Domain.Statistics;

/// <summary>
/// Takes statistics away from readers who don't get their match any more. If the match stays, its score is published anew, and statistics follow that.
/// </summary>
internal sealed class StatisticsFollowMatch(IIncidentStore incidents, IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>, INotificationHandler<MatchRemoved>
{
    public async Task Handle(MatchRemoved removed, CancellationToken cancellationToken)
    {
        if (await HasStatisticsAsync(removed.Match))
            feed.Add(StatisticsEntry.Gone(removed.Match, removed.Match.Subject, removed.At));
    }

    public async Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        var (match, former) = (planned.Match, planned.Former);
        if (former.HasMoreThan(match.Subject) && await HasStatisticsAsync(match))
            feed.Add(StatisticsEntry.Gone(match, former, planned.At) with { MovedTo = match.Subject });
    }

    private async Task<bool> HasStatisticsAsync(Match match) =>
        (await incidents.LiveMatchesAsync(match.EventId)).TryGetValue(match.Id, out var live) && live.HasStatistics;
}
