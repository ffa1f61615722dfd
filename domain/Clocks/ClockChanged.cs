using MediatR;

namespace LiveFeed.Domain.Clocks;

/// <summary>A match's clock was set.</summary>
public sealed record ClockChanged(EventId EventId, ClockView Clock, EntrySubject Subject, DateTimeOffset At) : INotification;

internal sealed class ClockChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<ClockChanged>
{
    public Task Handle(ClockChanged changed, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(changed.EventId), EntryTypes.ClockUpdate, $"clock/{changed.Clock.MatchId}", changed.At, changed.Clock, changed.Subject));
        return Task.CompletedTask;
    }
}
