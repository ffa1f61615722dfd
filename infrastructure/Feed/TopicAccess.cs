using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.Notifications;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Teams;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Who may read a topic: the rule of its kind.</summary>
internal sealed class TopicAccess(EventTopicAccess events, TeamTopicAccess teams, UserTopicAccess users) : ITopicAccess
{
    public Task<FeedAccess?> ReadAsync(string topic, CancellationToken cancellationToken) => Topics.Parse(topic) switch
    {
        null => Task.FromResult<FeedAccess?>(null),
        { UserId: not null } => users.ReadAsync(topic, cancellationToken),
        { IsEvent: true } => events.ReadAsync(topic, cancellationToken),
        _ => teams.ReadAsync(topic, cancellationToken),
    };
}
