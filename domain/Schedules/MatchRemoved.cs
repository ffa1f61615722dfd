using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match was removed from the schedule, with its score and its claim.</summary>
public sealed record MatchRemoved(Match Match, DateTimeOffset At) : INotification;

internal sealed class MatchRemovedToFeed(IFeedEntryCollector feed) : INotificationHandler<MatchRemoved>
{
    public Task Handle(MatchRemoved removed, CancellationToken cancellationToken)
    {
        var match = removed.Match;
        foreach (var (type, key) in new[]
        {
            (EntryTypes.MatchUpdate, $"match/{match.Id}"), (EntryTypes.ScoreUpdate, $"score/{match.Id}"), (EntryTypes.ClaimUpdate, $"claim/{match.Id}"),
        })
        {
            feed.Add(new FeedEntryDraft(Topics.ForEvent(match.EventId), type, key, removed.At, new RemovedView(match.Id), match.Subject) { Removed = true });
        }

        return Task.CompletedTask;
    }
}
