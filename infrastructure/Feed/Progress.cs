namespace LiveFeed.Infrastructure.Feed;

/// <summary>How far a reader has been brought.</summary>
internal enum Progress
{
    /// <summary>It has everything.</summary>
    CaughtUp,

    /// <summary>There is more for it, and it was the others' turn.</summary>
    More,

    /// <summary>Its connection is full.</summary>
    SetAside,

    /// <summary>Nothing will be sent to it any more.</summary>
    Over,
}
