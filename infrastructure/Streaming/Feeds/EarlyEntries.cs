namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>Entries that have arrived before one that precedes them. Not safe for concurrent use.</summary>
internal sealed class EarlyEntries
{
    // Whatever is beyond comes from the log.
    private const int Most = 1_024;

    private readonly SortedDictionary<long, FeedEntry> entries = [];

    public bool IsEmpty => entries.Count == 0;

    public void Add(FeedEntry entry)
    {
        if (entries.Count < Most)
            entries.TryAdd(entry.Sequence, entry);
    }

    /// <summary>Takes the entry at a sequence, and drops those before it. Returns null if it has not arrived.</summary>
    public FeedEntry? Take(long sequence)
    {
        while (entries.Count > 0)
        {
            var first = entries.First();
            if (first.Key > sequence)
                return null;
            entries.Remove(first.Key);
            if (first.Key == sequence)
                return first.Value;
        }

        return null;
    }
}
