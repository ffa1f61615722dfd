using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Signals.Presence;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>One topic of a stream of several: how far its feed has been sent. The pump's thread alone may touch it once the stream runs.</summary>
internal sealed class JoinedTopic(TopicFeed feed, ReaderFilter filter)
{
    private bool isHeld;
    private Person? present;

    public TopicFeed Feed => feed;

    public ReaderFilter Filter => filter;

    public JoinedLabel Label => feed.Label;

    /// <summary>The sequence of the last entry that was sent or that the filter left out.</summary>
    public long Sequence;

    /// <summary>The version of the last signal that was sent.</summary>
    public long SignalVersion;

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
    public void Close(CloseReason reason)
    {
        (Closed, IsUnannounced) = (reason, true);
        Release();
    }

    /// <summary>Keeps the feed in memory until <see cref="Release"/>, or until the topic is closed.</summary>
    /// <param name="reader">Who is present from now on, where that is shown.</param>
    public void Hold(ReaderIdentity reader)
    {
        if (Closed is not null)
            return;
        isHeld = true;
        feed.StreamOpened();
        if (feed.Presence is { } people && Person.Of(reader) is { } person)
        {
            present = person;
            people.Enter(person);
        }
    }

    public void Release()
    {
        if (isHeld)
            feed.StreamEnded();
        if (present is { } person)
            feed.Presence!.Leave(person);
        (isHeld, present) = (false, null);
    }

    /// <summary>Leaves the group.</summary>
    public void Leave()
    {
        Group?.Remove(this);
        (Owner, Group) = (null, null);
    }
}
