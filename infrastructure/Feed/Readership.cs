namespace LiveFeed.Infrastructure.Feed;

/// <summary>One pump's readers of one feed. Only the pump touches them; anybody may signal.</summary>
internal sealed class Readership(Pump pump, EventFeed feed)
{
    private readonly List<FeedReader> readers = [];
    private int signalled;

    public EventFeed Feed => feed;

    public bool IsEmpty => readers.Count == 0;

    public IReadOnlyList<FeedReader> Readers => readers;

    /// <summary>Tells the pump that there is something for its readers; once, however often it is said before the pump comes to it.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
            pump.Enqueue(this);
    }

    /// <summary>From here on a signal counts anew: to be called before what it told of is looked at.</summary>
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
