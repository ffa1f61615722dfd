namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Builds a snapshot at most once per sequence and filter, however many callers request it.</summary>
/// <param name="feed">The feed.</param>
/// <param name="maxBytes">How many bytes of snapshots with a filter are kept.</param>
/// <param name="time">The clock.</param>
internal sealed class SnapshotCache(TopicFeed feed, long maxBytes, TimeProvider time)
{
    // Clients choose the filters, so the number of snapshots kept is bounded, and their size. Beyond it, a snapshot is made for one reader alone, of
    // the entries that all share, and sent in pieces.
    private const int MaxFilters = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, FeedSnapshot> kept = new(StringComparer.Ordinal);
    private long sequence = -1;
    private long bytes;

    public FeedSnapshot Get(ReaderFilter filter)
    {
        lock (gate)
        {
            if (sequence != feed.Head)
            {
                kept.Clear();
                bytes = 0;
                sequence = feed.Head;
            }

            if (kept.TryGetValue(filter.Key, out var known))
                return known;
            var (at, entries) = feed.CopyState(filter);
            // As entries for polls, and as a frame for streams.
            var size = 2 * entries.Sum(entry => (long)entry.Payload.Length);
            var isShared = at == sequence && (filter.IsAll || (kept.Count < MaxFilters && bytes + size <= maxBytes));
            var built = new FeedSnapshot(feed.Topic, new FeedCursor(feed.Epoch, at, feed.FindEntry(at)?.Check), time.Now(), entries, isShared);
            if (!isShared)
                return built;
            kept.Add(filter.Key, built);
            if (!filter.IsAll)
                bytes += size;
            return built;
        }
    }
}
