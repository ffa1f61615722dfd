using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Transports;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>A stream of one topic: the usual kind, which costs least.</summary>
internal sealed class TopicSubscriber(StreamRequest request, Pump pump, IStreamOutput output) : Subscriber(request.Identity, pump, output)
{
    private readonly TopicFeed feed = request.Feed;
    private readonly ReaderFilter filter = request.Filter;

    public TopicFeed Feed => feed;

    public ReaderFilter Filter => filter;

    /// <summary>Written by the sender.</summary>
    public StreamPosition Position;

    /// <summary>The group it belongs to; null before the pump has attached it.</summary>
    public SubscriberGroup? Group { get; set; }

    /// <summary>Its index in the group.</summary>
    public int GroupIndex { get; set; }

    public override string Topic => feed.Topic;

    public override long Entries => Position.Entries;

    public override bool IsAttached => Group is not null;

    public override IEnumerable<TopicFeed> Feeds => [feed];

    public override void Hold() => feed.StreamOpened();

    public override void Release() => feed.StreamEnded();

    public override void Attach(Func<TopicFeed, SubscriberGroup> groupOf)
    {
        Group = groupOf(feed);
        Group.Add(this);
        Position.View = feed.AcquireView(filter, Output.IsChunked);
    }

    public override void Detach(Action<SubscriberGroup> left)
    {
        Group!.Remove(this);
        if (Position.View is { } view)
            feed.ReleaseView(filter, view);
        left(Group);
    }

    public override void WriteClosedTopics(IBufferWriter<byte> output)
    {
        // It has one topic, whose end is the stream's.
    }
}
