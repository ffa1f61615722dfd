namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>Where a replay begins: after a cursor, at a time, or, with neither, with the first entry.</summary>
/// <param name="Cursor">The cursor; null if there is none.</param>
/// <param name="Time">The time; null if there is none.</param>
public sealed record ReplayFrom(FeedCursor? Cursor, DateTimeOffset? Time);
