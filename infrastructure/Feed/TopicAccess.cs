using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Teams;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Who may read a topic: the rule of its kind.</summary>
internal sealed class TopicAccess(EventTopicAccess events, TeamTopicAccess teams) : ITopicAccess
{
    public Task<FeedAccess?> ReadAsync(string topic, CancellationToken cancellationToken) => Topics.Parse(topic) switch
    {
        null => Task.FromResult<FeedAccess?>(null),
        { TeamId: null } => events.ReadAsync(topic, cancellationToken),
        _ => teams.ReadAsync(topic, cancellationToken),
    };
}
