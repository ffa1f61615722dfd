namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>
/// Responses to reads that one instance has built, for the others. A response is stored under the position of the feed at which it was requested, so that
/// nobody gets one that is older than an entry which was sent already.
/// </summary>
internal interface ISharedResponses
{
    /// <summary>Returns a response that another instance has stored; null if there is none, or it can't be had at once.</summary>
    Task<ResponseContent?> FindAsync(string topic, FeedCursor cursor, string key);

    /// <summary>Stores a response for the others. Nobody waits for it.</summary>
    void Store(string topic, FeedCursor cursor, string key, ResponseContent response);
}
