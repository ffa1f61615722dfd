namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>The times that matter for one subscriber, as timestamps of the time provider.</summary>
internal struct StreamTimers
{
    /// <summary>When something was last sent.</summary>
    public long LastSent;

    /// <summary>Since when the connection has not been writable; null while it is.</summary>
    public long? FullSince;

    /// <summary>How many bytes the client had acknowledged at <see cref="FullSince"/>; null if the system can't say.</summary>
    public long? BytesAcknowledgedAtFull;

    /// <summary>When closing started while the connection was not writable; null if it did not.</summary>
    public long? CloseGraceSince;

    /// <summary>When the permission to read ends; null if it doesn't.</summary>
    public long? EndsAt;

    /// <summary>When this stream closes in a drain that is spread over time; null outside of a drain.</summary>
    public long? DrainAt;
}
