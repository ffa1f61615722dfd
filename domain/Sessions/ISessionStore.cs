
namespace LiveFeed.Domain.Sessions;

public interface ISessionStore
{
    Task<RefreshToken?> FindAsync(string hash);

    void Add(RefreshToken token);

    Task RemoveFamilyAsync(string familyId);

    /// <summary>Gives this token and all others of its family another family id.</summary>
    Task MoveFamilyAsync(RefreshToken token, string newFamilyId);

    void Add(StreamTicket ticket);

    Task<StreamTicket?> FindTicketAsync(string hash);

    void Remove(StreamTicket ticket);

    /// <summary>Removes tokens, tickets and stored responses that have expired. Returns how many.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now);
}
