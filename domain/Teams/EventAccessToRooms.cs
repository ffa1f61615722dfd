using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Notifies the rooms of an event's teams of what decides about them and belongs to the event: its organizers and coaches, and whether it is archived.</summary>
internal sealed class EventAccessToRooms(ITopicStore topics, IFeedEntryCollector feed)
    : INotificationHandler<MembershipChanged>, INotificationHandler<EventChanged>, INotificationHandler<EventDeleted>
{
    public async Task Handle(MembershipChanged changed, CancellationToken cancellationToken)
    {
        if (changed.Teams is { Count: 0 })
            return;
        var rooms = changed.Teams?.Select(team => Topics.ForTeam(changed.EventId, team)).ToHashSet(StringComparer.Ordinal);
        foreach (var room in await topics.OpenedAsync(changed.EventId))
        {
            if (rooms is null || rooms.Contains(room))
                feed.AccessChanged(room);
        }
    }

    public Task Handle(EventChanged changed, CancellationToken cancellationToken) => changed.AccessChanged ? AllAsync(changed.Event.Id) : Task.CompletedTask;

    public Task Handle(EventDeleted deleted, CancellationToken cancellationToken) => AllAsync(deleted.EventId);

    private async Task AllAsync(EventId eventId)
    {
        foreach (var room in await topics.OpenedAsync(eventId))
            feed.AccessChanged(room);
    }
}
