namespace LiveFeed.Infrastructure.Feed;

/// <summary>One pump's subscribers of one feed. Only the pump touches them; any thread may signal.</summary>
internal sealed class SubscriberGroup(Pump pump, EventFeed feed)
{
    private readonly List<Subscriber> subscribers = [];
    private int signalled;

    public EventFeed Feed => feed;

    public bool IsEmpty => subscribers.Count == 0;

    public IReadOnlyList<Subscriber> Subscribers => subscribers;

    /// <summary>Queues the group for its pump, once, however often it is signalled before the pump serves it.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
            pump.Enqueue(this);
    }

    /// <summary>Clears the signal. Call this before reading what was signalled, so that a later signal counts again.</summary>
    public void Begin() => Interlocked.Exchange(ref signalled, 0);

    public void Add(Subscriber reader)
    {
        reader.Index = subscribers.Count;
        subscribers.Add(reader);
    }

    public void Remove(Subscriber reader)
    {
        var last = subscribers[^1];
        subscribers[reader.Index] = last;
        last.Index = reader.Index;
        subscribers.RemoveAt(subscribers.Count - 1);
    }
}
