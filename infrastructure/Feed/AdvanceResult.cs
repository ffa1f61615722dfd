namespace LiveFeed.Infrastructure.Feed;

/// <summary>The result of advancing a subscriber.</summary>
internal enum AdvanceResult
{
    /// <summary>It has been sent everything.</summary>
    CaughtUp,

    /// <summary>There is more to send, and it is the turn of the others.</summary>
    More,

    /// <summary>Its connection is full.</summary>
    ConnectionFull,

    /// <summary>Nothing more will be sent to it.</summary>
    Ended,
}
