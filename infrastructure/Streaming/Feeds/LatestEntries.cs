namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The latest entry of every key that is not gone: what a snapshot is made of. Not safe for concurrent use.</summary>
/// <param name="limit">How many at most: the newest ones.</param>
internal sealed class LatestEntries(int limit)
{
    private readonly Dictionary<string, FeedEntry> entries = new(StringComparer.Ordinal);

    public void Add(FeedEntry entry)
    {
        if (entry.Key is null)
            return;
        if (entry.Removed)
            entries.Remove(entry.Key);
        else
            entries[entry.Key] = entry;
        // A limit is small: the search costs less than an order that is kept.
        if (entries.Count > limit)
            entries.Remove(entries.Values.MinBy(other => other.Sequence)!.Key!);
    }

    /// <summary>Returns the entries, in no order.</summary>
    public FeedEntry[] Copy() => [.. entries.Values];
}
