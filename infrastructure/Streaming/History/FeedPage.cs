namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>A page of a feed.</summary>
/// <param name="Cursor">The position from which to continue.</param>
/// <param name="Reset">Why this is a snapshot although a cursor was given; null otherwise.</param>
/// <param name="More">Whether there are more entries after the cursor already.</param>
/// <param name="Entries">The entries, a JSON array.</param>
public readonly record struct FeedPage(FeedCursor Cursor, ResetReason? Reset, bool More, EntryArray Entries);
