namespace LiveFeed.Infrastructure.Feed;

/// <summary>Who may read a feed, at one time.</summary>
/// <param name="Access">As the event's settings and members have it.</param>
/// <param name="IsRemoved">Whether the event is gone, or its log has been replaced by another.</param>
internal sealed record Rights(FeedAccess Access, bool IsRemoved)
{
    /// <summary>Why a stream of this reader must end; null where it may go on.</summary>
    public CloseReason? WhyToClose(ReaderIdentity identity) =>
        IsRemoved ? CloseReason.EventDeleted
        : Access.Check(identity) is not null ? CloseReason.AccessRevoked
        : Access.Archived ? CloseReason.EventArchived
        : null;
}
