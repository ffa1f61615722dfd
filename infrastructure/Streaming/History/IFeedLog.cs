using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>The durable log of all feeds: the truth that the feeds in memory follow.</summary>
internal interface IFeedLog
{
    /// <summary>Returns a topic's feed as it is now; null if there is no such topic.</summary>
    Task<LoadedFeed?> LoadAsync(string topic, CancellationToken cancellationToken);

    /// <summary>Returns the entries of the page of sequences after one, in order. Those that were cut from the log are missing.</summary>
    Task<IReadOnlyList<FeedEntry>> ReadAsync(string topic, string epoch, long after, CancellationToken cancellationToken);

    /// <summary>Returns the heads of the named feeds. Those of removed topics are missing.</summary>
    Task<IReadOnlyDictionary<string, LogHead>> HeadsAsync(IReadOnlyList<string> topics, CancellationToken cancellationToken);
}
