using MediatR;

namespace LiveFeed.Domain.Schedules;

internal sealed class MatchesToFeed(IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>, INotificationHandler<MatchRemoved>
{
    public Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            planned.EventId, EntryTypes.MatchUpdate, $"match/{planned.Match.Id}", planned.At, planned.Match, planned.Subject));
        return Task.CompletedTask;
    }

    public Task Handle(MatchRemoved removed, CancellationToken cancellationToken)
    {
        var id = removed.Subject.MatchId!.Value;
        foreach (var (type, key) in new[]
        {
            (EntryTypes.MatchUpdate, $"match/{id}"), (EntryTypes.ScoreUpdate, $"score/{id}"), (EntryTypes.ClaimUpdate, $"claim/{id}"),
        })
        {
            feed.Add(new FeedEntryDraft(removed.EventId, type, key, removed.At, new RemovedView(id), removed.Subject) { Removed = true });
        }

        return Task.CompletedTask;
    }
}
