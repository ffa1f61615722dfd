using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>An event was removed with everything in it.</summary>
public sealed record EventDeleted(EventId EventId) : INotification;

internal sealed class EventDeletedToFeed(IFeedEntryCollector feed) : INotificationHandler<EventDeleted>
{
    public Task Handle(EventDeleted deleted, CancellationToken cancellationToken)
    {
        feed.AccessChanged(Topics.ForEvent(deleted.EventId));
        return Task.CompletedTask;
    }
}
