using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>One topic of a stream of several: how far its feed has been sent. The pump's thread alone may touch it once the stream runs.</summary>
internal sealed class JoinedTopic(TopicFeed feed, ReaderFilter filter)
{
    public TopicFeed Feed => feed;

    public ReaderFilter Filter => filter;

    /// <summary>What precedes its cursor in ids.</summary>
    public byte[] IdPrefix { get; } = JoinedFrames.IdPrefix(feed.Topic);

    /// <summary>What precedes the members of its entries, from the line's end of the id on.</summary>
    public byte[] DataPrefix { get; } = JoinedFrames.DataPrefix(feed.Topic);

    /// <summary>The sequence of the last entry that was sent or that the filter left out.</summary>
    public long Sequence;

    /// <summary>Its cursor as ids have it, in ASCII; empty before its snapshot was sent.</summary>
    public ReadOnlyMemory<byte> Cursor { get; set; }

    public bool NeedsSnapshot { get; set; }

    /// <summary>Why the snapshot takes the place of entries; null if it doesn't.</summary>
    public ResetReason? Reset { get; set; }

    /// <summary>Why nothing of the topic is sent any more; null while it is sent.</summary>
    public CloseReason? Closed { get; set; }

    /// <summary>Whether the reader has yet to learn that the topic is closed.</summary>
    public bool IsUnannounced { get; set; }

    /// <summary>The access state that last permitted the reader to read.</summary>
    public FeedAccessState? LastCheckedAccess { get; set; }

    /// <summary>The stream; null before the pump has attached it.</summary>
    public JoinedSubscriber? Owner { get; set; }

    /// <summary>The group that it belongs to; null before the pump has attached its stream.</summary>
    public SubscriberGroup? Group { get; set; }

    /// <summary>Its index in the group.</summary>
    public int GroupIndex { get; set; }

    /// <summary>Stops sending the topic, and lets the reader know why.</summary>
    public void Close(CloseReason reason) => (Closed, IsUnannounced) = (reason, true);
}
