namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The access state of a feed at one time.</summary>
/// <param name="Access">Who may read.</param>
/// <param name="IsRemoved">Whether the topic is gone.</param>
/// <param name="IsOver">Whether the topic is archived and its last entry has arrived: its streams end once they have sent it.</param>
/// <param name="IsReplaced">Whether the log has taken another course than this feed, which has to be loaded anew.</param>
internal sealed record FeedAccessState(FeedAccess Access, bool IsRemoved, bool IsOver, bool IsReplaced = false)
{
    /// <summary>Whether the feed receives nothing any more.</summary>
    public bool IsGone => IsRemoved || IsReplaced;

    /// <summary>Returns why a stream of this reader must be closed; null if it may continue.</summary>
    public CloseReason? GetCloseReason(ReaderIdentity identity) =>
        IsRemoved ? Access.RemovedReason
        : IsReplaced ? CloseReason.OtherHistory
        : Access.CheckReadAccess(identity) is not null ? CloseReason.AccessRevoked
        : IsOver ? CloseReason.EventArchived
        : null;
}
