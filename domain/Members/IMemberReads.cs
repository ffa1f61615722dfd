namespace LiveFeed.Domain.Members;

/// <summary>Reads of users and members.</summary>
public interface IMemberReads
{
    /// <summary>Returns a user; null if there is none, or the account was erased.</summary>
    Task<User?> FindUserAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Returns an event's members, ordered by name.</summary>
    Task<Page<MemberView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);

    Task<MemberView?> FindAsync(EventId eventId, UserId userId, CancellationToken cancellationToken);
}
