using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>One pump's subscribers of one feed. Only the pump touches them; any thread may signal.</summary>
internal sealed class SubscriberGroup(Pump pump, TopicFeed feed)
{
    private readonly List<Subscriber> subscribers = [];
    private int signalled;

    public TopicFeed Feed => feed;

    public bool IsEmpty => subscribers.Count == 0;

    public IReadOnlyList<Subscriber> Subscribers => subscribers;

    /// <summary>Queues the group for its pump; once, however often it is signalled before the pump takes it.</summary>
    // Step R7: a feed has grown.
    public void Signal()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
            pump.Enqueue(this);
    }

    /// <summary>Lets later signals count again. Must be called before the feed is read.</summary>
    public void Begin() => Interlocked.Exchange(ref signalled, 0);

    public void Add(Subscriber subscriber)
    {
        subscriber.GroupIndex = subscribers.Count;
        subscribers.Add(subscriber);
    }

    /// <summary>Removes a subscriber; the last one takes its index.</summary>
    public void Remove(Subscriber subscriber)
    {
        var last = subscribers[^1];
        subscribers[subscriber.GroupIndex] = last;
        last.GroupIndex = subscriber.GroupIndex;
        subscribers.RemoveAt(subscribers.Count - 1);
    }
}
