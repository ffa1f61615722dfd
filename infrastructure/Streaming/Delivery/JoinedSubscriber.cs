using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Transports;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>A stream of several topics: a position in each of their logs. There is no order between the topics.</summary>
internal sealed class JoinedSubscriber(IReadOnlyList<JoinedTopic> topics, ReaderIdentity identity, Pump pump, IStreamOutput output) : Subscriber(identity, pump, output)
{
    private bool isAttached;
    private long entries;

    public IReadOnlyList<JoinedTopic> Topics => topics;

    /// <summary>The index of the topic whose turn is first, so that a busy one doesn't keep the others waiting.</summary>
    public int Turn { get; set; }

    public override string Topic => string.Join('~', topics.Select(topic => topic.Feed.Topic));

    public override long Entries => entries;

    public override bool IsAttached => isAttached;

    public override IEnumerable<TopicFeed> Feeds => topics.Where(topic => topic.Closed is null).Select(topic => topic.Feed);

    public override void Hold()
    {
        foreach (var topic in topics)
            topic.Hold(Identity);
    }

    public override void Release()
    {
        foreach (var topic in topics)
            topic.Release();
    }

    public void CountSent(int more) => entries += more;

    public override void Attach(Func<TopicFeed, SubscriberGroup> groupOf)
    {
        isAttached = true;
        foreach (var topic in topics.Where(topic => topic.Closed is null))
        {
            topic.Owner = this;
            topic.Group = groupOf(topic.Feed);
            topic.Group.Add(topic);
        }
    }

    public override void Detach(Action<SubscriberGroup> left)
    {
        foreach (var topic in topics)
        {
            if (topic.Group is not { } group)
                continue;
            topic.Leave();
            left(group);
        }
    }

    public override void WriteClosedTopics(IBufferWriter<byte> output) => JoinedFrames.WriteNewlyClosed(output, topics);
}
