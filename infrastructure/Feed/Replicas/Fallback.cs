namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>Why the database itself is read in place of its replica.</summary>
internal enum Fallback
{
    /// <summary>The replica lacks entries that are known.</summary>
    Behind,

    /// <summary>The replica has other entries: it follows another database, or another history of this one.</summary>
    OtherHistory,

    /// <summary>The replica doesn't respond in time.</summary>
    Away,
}
