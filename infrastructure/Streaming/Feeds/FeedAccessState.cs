namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The access state of a feed at one time.</summary>
/// <param name="Access">Who may read.</param>
/// <param name="IsRemoved">Whether the topic is gone, or its log has been replaced by another.</param>
/// <param name="IsOver">Whether the topic is archived and its last entry has arrived: its streams end once they have sent it.</param>
internal sealed record FeedAccessState(FeedAccess Access, bool IsRemoved, bool IsOver)
{
    /// <summary>Returns why a stream of this reader must be closed; null if it may continue.</summary>
    public CloseReason? GetCloseReason(ReaderIdentity identity) =>
        IsRemoved ? CloseReason.EventDeleted
        : Access.CheckReadAccess(identity) is not null ? CloseReason.AccessRevoked
        : IsOver ? CloseReason.EventArchived
        : null;
}
