
namespace LiveFeed.Domain.Sessions;

public interface ISessionStore
{
    Task<RefreshToken?> FindAsync(string hash, CancellationToken cancellationToken);

    void Add(RefreshToken token);

    Task RemoveFamilyAsync(string familyId, CancellationToken cancellationToken);

    void Add(StreamTicket ticket);

    Task<StreamTicket?> FindTicketAsync(string hash, CancellationToken cancellationToken);

    void Remove(StreamTicket ticket);

    /// <summary>Removes tokens, tickets and stored responses that have expired. Returns how many.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
