using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>The durable log of all feeds: the truth that the feeds in memory follow.</summary>
internal interface IFeedLog
{
    /// <summary>Returns an event's feed as it is now; null if there is no such event.</summary>
    Task<LoadedFeed?> LoadAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>Returns the entries after a sequence, in order, at most one page.</summary>
    Task<IReadOnlyList<FeedEntry>> ReadAsync(string eventId, string epoch, long after, CancellationToken cancellationToken);

    /// <summary>Returns the heads of the named feeds. Those of removed events are missing.</summary>
    Task<IReadOnlyDictionary<string, FeedHead>> HeadsAsync(IReadOnlyList<string> eventIds, CancellationToken cancellationToken);

    /// <summary>Returns who may read an event; null if there is no such event.</summary>
    Task<FeedAccess?> ReadAccessAsync(string eventId, CancellationToken cancellationToken);
}
