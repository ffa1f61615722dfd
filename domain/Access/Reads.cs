namespace LiveFeed.Domain.Access;

/// <summary>Reads of users and members.</summary>
public interface IMemberReads
{
    Task<User?> FindUserAsync(string userId, CancellationToken cancellationToken);

    /// <summary>An event's members, by name.</summary>
    Task<Page<MemberView>> ListAsync(string eventId, Paging paging, CancellationToken cancellationToken);

    Task<MemberView?> FindAsync(string eventId, string userId, CancellationToken cancellationToken);
}
