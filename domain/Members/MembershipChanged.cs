using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>A user was given a role in an event, or has lost it.</summary>
public sealed record MembershipChanged(EventId EventId) : INotification;

internal sealed class MembershipChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<MembershipChanged>
{
    public Task Handle(MembershipChanged changed, CancellationToken cancellationToken)
    {
        feed.AccessChanged(Topics.ForEvent(changed.EventId));
        return Task.CompletedTask;
    }
}
