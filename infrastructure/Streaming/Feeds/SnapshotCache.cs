namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Builds a snapshot at most once per sequence and filter, however many callers request it.</summary>
internal sealed class SnapshotCache(TopicFeed feed, TimeProvider time)
{
    // Clients choose the filters, so the number of snapshots kept is bounded. Beyond it, a snapshot is built for one reader alone.
    private const int MaxFilters = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, FeedSnapshot> kept = new(StringComparer.Ordinal);
    private long sequence = -1;

    public FeedSnapshot Get(ReaderFilter filter)
    {
        lock (gate)
        {
            if (sequence != feed.Head)
            {
                kept.Clear();
                sequence = feed.Head;
            }

            if (kept.TryGetValue(filter.Key, out var known))
                return known;
            var (at, entries) = feed.CopyState(filter);
            var built = new FeedSnapshot(feed.Topic, new FeedCursor(feed.Epoch, at, feed.FindEntry(at)?.Check), time.Now(), entries);
            if (at == sequence && kept.Count < MaxFilters)
                kept.Add(filter.Key, built);
            return built;
        }
    }
}
