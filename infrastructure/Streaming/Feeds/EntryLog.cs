namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The newest entries of a feed in memory: a ring, without gaps in sequence. Not safe for concurrent use.</summary>
internal sealed class EntryLog(int capacity, long head)
{
    private readonly FeedEntry?[] ring = new FeedEntry?[capacity];

    /// <summary>The sequence of the newest entry.</summary>
    public long Head { get; private set; } = head;

    /// <summary>The sequence before the oldest entry kept: the earliest position from which all later entries are here.</summary>
    public long Start { get; private set; } = head;

    public FeedEntry this[long sequence] => ring[sequence % capacity]!;

    public void Append(FeedEntry entry)
    {
        if (entry.Sequence != Head + 1)
            throw new ArgumentException($"Entry {entry.Sequence} does not follow {Head}.", nameof(entry));
        ring[entry.Sequence % capacity] = entry;
        Head = entry.Sequence;
        if (Head - Start > capacity)
            Start = Head - capacity;
    }
}
