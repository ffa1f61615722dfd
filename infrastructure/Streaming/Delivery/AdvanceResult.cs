namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What came of sending to a subscriber.</summary>
internal enum AdvanceResult
{
    /// <summary>Everything has been sent.</summary>
    CaughtUp,

    /// <summary>There is more to send; other subscribers go first.</summary>
    More,

    /// <summary>The connection is not writable.</summary>
    ConnectionFull,

    /// <summary>Nothing will be sent any more.</summary>
    Ended,
}
