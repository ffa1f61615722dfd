using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Builds a snapshot at most once per sequence and filter, however many callers request it.</summary>
/// <param name="feed">The feed.</param>
/// <param name="maxBytes">Once the snapshots with a filter have this many bytes, no more of them are kept.</param>
/// <param name="time">The clock.</param>
internal sealed class SnapshotCache(TopicFeed feed, long maxBytes, TimeProvider time)
{
    // Clients choose the filters, so the number of snapshots kept is bounded, and their size. Beyond it, a snapshot is made for one reader alone, of
    // the state that all share, and sent in pieces.
    private const int MaxFilters = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, FeedSnapshot> kept = new(StringComparer.Ordinal);
    private FeedState? state;
    private long bytes;

    public FeedSnapshot Get(ReaderFilter filter)
    {
        FeedState current;
        lock (gate)
        {
            if (state?.Sequence != feed.Head)
            {
                kept.Clear();
                bytes = 0;
                state = feed.CopyState();
            }

            if (kept.TryGetValue(filter.Key, out var known))
                return known;
            if (filter.IsAll || (kept.Count < MaxFilters && bytes < maxBytes))
                return Keep(filter, Build(state, filter, isShared: true));
            current = state;
        }

        // Not within the lock: nobody else gets this one, and those who get another need not wait for it.
        return Build(current, filter, isShared: false);
    }

    private FeedSnapshot Keep(ReaderFilter filter, FeedSnapshot built)
    {
        kept.Add(filter.Key, built);
        // As entries for polls, and as a frame for streams.
        if (!filter.IsAll)
            bytes += 2 * built.Entries.Length;
        return built;
    }

    private FeedSnapshot Build(FeedState of, ReaderFilter filter, bool isShared) =>
        new(feed.Topic, new FeedCursor(feed.Epoch, of.Sequence, of.Check), new EntryArray(of.Entries, filter, isShared), time);
}
