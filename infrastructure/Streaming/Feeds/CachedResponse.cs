namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>A response, and the position of the feed at which it was built.</summary>
public readonly record struct CachedResponse(ResponseContent Content, FeedCursor Cursor);

/// <summary>The response to a read.</summary>
/// <param name="Json">The body; null if there is no such thing.</param>
/// <param name="ETag">The thing's own version, quoted; null to use the feed's position.</param>
public readonly record struct ResponseContent(byte[]? Json, string? ETag = null);
