namespace LiveFeed.Domain.Follows;

public interface IFollowReads
{
    /// <summary>Returns what a user follows, the newest first.</summary>
    Task<Page<FollowView>> ListAsync(ReaderIdentity reader, Paging paging, CancellationToken cancellationToken);
}
