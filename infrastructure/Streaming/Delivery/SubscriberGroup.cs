using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>One pump's subscribers of one feed. Only the pump touches them; any thread may signal.</summary>
internal sealed class SubscriberGroup(Pump pump, TopicFeed feed)
{
    private readonly List<TopicSubscriber> subscribers = [];
    private readonly List<JoinedTopic> joined = [];
    private int signalled;

    public TopicFeed Feed => feed;

    public bool IsEmpty => subscribers.Count == 0 && joined.Count == 0;

    /// <summary>Those that follow nothing else.</summary>
    public IReadOnlyList<TopicSubscriber> Subscribers => subscribers;

    /// <summary>The feed as one of several topics of a stream.</summary>
    public IReadOnlyList<JoinedTopic> Joined => joined;

    /// <summary>Queues the group for its pump; once, however often it is signalled before the pump takes it.</summary>
    // Step R7: a feed has grown.
    public void Signal()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
            pump.Enqueue(this);
    }

    /// <summary>Lets later signals count again. Must be called before the feed is read.</summary>
    public void Begin() => Interlocked.Exchange(ref signalled, 0);

    public void Add(TopicSubscriber subscriber)
    {
        subscriber.GroupIndex = subscribers.Count;
        subscribers.Add(subscriber);
    }

    public void Add(JoinedTopic topic)
    {
        topic.GroupIndex = joined.Count;
        joined.Add(topic);
    }

    /// <summary>Removes a subscriber; the last one takes its index.</summary>
    public void Remove(TopicSubscriber subscriber)
    {
        var last = subscribers[^1];
        subscribers[subscriber.GroupIndex] = last;
        last.GroupIndex = subscriber.GroupIndex;
        subscribers.RemoveAt(subscribers.Count - 1);
    }

    /// <summary>Removes a stream's topic; the last one takes its index.</summary>
    public void Remove(JoinedTopic topic)
    {
        var last = joined[^1];
        joined[topic.GroupIndex] = last;
        last.GroupIndex = topic.GroupIndex;
        joined.RemoveAt(joined.Count - 1);
    }
}
