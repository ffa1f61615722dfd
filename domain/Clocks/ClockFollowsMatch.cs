using MediatR;

namespace LiveFeed.Domain.Clocks;

/// <summary>Keeps a clock with its match: removed with it, or if a side is given to another team, and shown to readers who get the match only now.</summary>
internal sealed class ClockFollowsMatch(IClockStore clocks, IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>, INotificationHandler<MatchRemoved>
{
    public async Task Handle(MatchRemoved removed, CancellationToken cancellationToken)
    {
        if (await FindAsync(removed.Match) is not null)
            feed.Add(Gone(removed.Match, removed.Match.Subject, removed.At));
    }

    public async Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        var (match, former, now) = (planned.Match, planned.Former, planned.At);
        if (match.Subject == former || await FindAsync(match) is not { } clock)
            return;
        if (former.ChangeTo(match.Subject) == AffectedChange.Team)
        {
            feed.Add(Gone(match, former, now));
            clocks.Remove(clock);
            return;
        }

        if (former.HasMoreThan(match.Subject))
            feed.Add(Gone(match, former, now) with { MovedTo = match.Subject });
        clock.Republish(match.Subject, now);
    }

    private static FeedEntryDraft Gone(Match match, EntrySubject subject, DateTimeOffset at) =>
        new(Topics.ForEvent(match.EventId), EntryTypes.ClockUpdate, $"clock/{match.Id}", at, new RemovedView(match.Id), subject) { Removed = true };

    // A schedule has thousands of matches, and few of them have a clock.
    private async Task<MatchClock?> FindAsync(Match match) =>
        (await clocks.MatchesAsync(match.EventId)).Contains(match.Id) ? await clocks.FindAsync(match.EventId, match.Id) : null;
}
