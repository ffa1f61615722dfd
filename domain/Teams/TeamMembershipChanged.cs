using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Somebody became a player or family of a team, or is one no longer.</summary>
public sealed record TeamMembershipChanged(EventId EventId, int TeamId) : INotification;

internal sealed class TeamMembershipChangedToRoom(ITopicStore topics, IFeedEntryCollector feed) : INotificationHandler<TeamMembershipChanged>
{
    public async Task Handle(TeamMembershipChanged changed, CancellationToken cancellationToken)
    {
        var room = Topics.ForTeam(changed.EventId, changed.TeamId);
        await topics.OpenAsync(room);
        feed.AccessChanged(room);
    }
}
