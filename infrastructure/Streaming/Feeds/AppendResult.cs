namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>What came of appending entries to a feed.</summary>
internal enum AppendResult
{
    /// <summary>The feed has them all.</summary>
    Complete,

    /// <summary>Entries before some of them are missing.</summary>
    Gap,

    /// <summary>The feed has other entries at these sequences: the log has taken another course.</summary>
    OtherHistory,
}
