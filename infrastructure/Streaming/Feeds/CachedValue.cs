namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>A value that all readers of a feed share, and the position of the feed at which it was built.</summary>
public readonly record struct CachedValue<T>(T Value, FeedCursor Cursor);
