namespace LiveFeed.Infrastructure.Feed;

/// <summary>One pump's subscribers of one feed. Only the pump touches them; any thread may signal.</summary>
internal sealed class Readership(Pump pump, EventFeed feed)
{
    private readonly List<FeedReader> readers = [];
    private int signalled;

    public EventFeed Feed => feed;

    public bool IsEmpty => readers.Count == 0;

    public IReadOnlyList<FeedReader> Readers => readers;

    /// <summary>Queues the group for its pump, once, however often it is signalled before the pump serves it.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
            pump.Enqueue(this);
    }

    /// <summary>Clears the signal. Call this before reading what was signalled, so that a later signal counts again.</summary>
    public void Begin() => Interlocked.Exchange(ref signalled, 0);

    public void Add(FeedReader reader)
    {
        reader.Index = readers.Count;
        readers.Add(reader);
    }

    public void Remove(FeedReader reader)
    {
        var last = readers[^1];
        readers[reader.Index] = last;
        last.Index = reader.Index;
        readers.RemoveAt(readers.Count - 1);
    }
}
