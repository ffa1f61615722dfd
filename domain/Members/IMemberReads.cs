
namespace LiveFeed.Domain.Members;

/// <summary>Reads of users and members.</summary>
public interface IMemberReads
{
    Task<User?> FindUserAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Returns an event's members, ordered by name.</summary>
    Task<Page<MemberView>> ListAsync(string eventId, Paging paging, CancellationToken cancellationToken);

    Task<MemberView?> FindAsync(string eventId, string userId, CancellationToken cancellationToken);
}
