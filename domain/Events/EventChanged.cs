using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>An event was created or changed.</summary>
/// <param name="Event">The event as it is now.</param>
/// <param name="At">When it happened.</param>
/// <param name="AccessChanged">Whether other people may read it now, or its streams end or begin.</param>
public sealed record EventChanged(LiveEvent Event, DateTimeOffset At, bool AccessChanged) : INotification;

internal sealed class EventChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<EventChanged>
{
    public Task Handle(EventChanged changed, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            Topics.ForEvent(changed.Event.Id), EntryTypes.EventUpdate, "event", changed.At, changed.Event.ToView(), default));
        if (changed.AccessChanged)
            feed.AccessChanged(Topics.ForEvent(changed.Event.Id));
        return Task.CompletedTask;
    }
}
