using MediatR;

namespace LiveFeed.Domain.Members;

/// <summary>A user was given a role in an event, or has lost it.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Teams">The teams that the user coaches now and did not before, or the other way round; null if the user became or ceased to be an organizer, who reads in all.</param>
public sealed record MembershipChanged(EventId EventId, IReadOnlyCollection<int>? Teams) : INotification;

internal sealed class MembershipChangedToFeed(IFeedEntryCollector feed) : INotificationHandler<MembershipChanged>
{
    public Task Handle(MembershipChanged changed, CancellationToken cancellationToken)
    {
        feed.AccessChanged(Topics.ForEvent(changed.EventId));
        return Task.CompletedTask;
    }
}
