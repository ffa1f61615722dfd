namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Who may read a topic. The engine asks for nothing else that a topic is about.</summary>
internal interface ITopicAccess
{
    /// <summary>Returns who may read a topic now; null if there is no such topic.</summary>
    Task<FeedAccess?> ReadAsync(string topic, CancellationToken cancellationToken);
}
