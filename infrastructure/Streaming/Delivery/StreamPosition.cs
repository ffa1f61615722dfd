using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>How far a subscriber's feed has been sent to it, and what is sent next. The sender's alone.</summary>
internal struct StreamPosition
{
    /// <summary>The sequence of the last entry that was sent or that the filter left out.</summary>
    public long Sequence;

    /// <summary>The view that the subscriber shares; null if it is served entry by entry.</summary>
    public View? View;

    /// <summary>The next entry of the view; null if it has to be looked up by the sequence.</summary>
    public ViewPosition? InView;

    /// <summary>How many entries were sent, beside those of snapshots.</summary>
    public long Entries;

    /// <summary>Bytes that were begun and must follow before anything else.</summary>
    public ReadOnlyMemory<byte> Pending;

    public bool NeedsSnapshot;

    /// <summary>Why the snapshot takes the place of entries; null if it doesn't.</summary>
    public ResetReason? Reset;

    public bool GoodbyeQueued;

    /// <summary>The access state that last permitted this subscriber to read.</summary>
    public FeedAccessState? LastCheckedAccess;
}
