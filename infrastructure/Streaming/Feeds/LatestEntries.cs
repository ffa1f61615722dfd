namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The latest entry of every key that is not gone: what a snapshot is made of. Not safe for concurrent use.</summary>
internal sealed class LatestEntries
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
    }

    /// <summary>Returns the entries, in no order.</summary>
    public FeedEntry[] Copy() => [.. entries.Values];
}
