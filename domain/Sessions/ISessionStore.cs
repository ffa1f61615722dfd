namespace LiveFeed.Domain.Sessions;

public interface ISessionStore
{
    Task<RefreshToken?> FindAsync(string hash);

    void Add(RefreshToken token);

    /// <summary>Removes a user's tokens of a family. Returns whether there were any.</summary>
    Task<bool> RemoveFamilyAsync(UserId userId, string familyId);

    /// <summary>Removes the tokens of these users, of all families but one. Returns those families that have a token of after this time.</summary>
    /// <param name="userIds">The users.</param>
    /// <param name="kept">The family that stays; null for none.</param>
    /// <param name="issuedAfter">The time.</param>
    Task<IReadOnlyList<string>> RemoveFamiliesAsync(IReadOnlyCollection<UserId> userIds, string? kept, DateTimeOffset issuedAfter);

    void Add(EndedSession session);

    /// <summary>Gives this token and all others of its family another family id.</summary>
    Task MoveFamilyAsync(RefreshToken token, string newFamilyId);

    void Add(StreamTicket ticket);

    Task<StreamTicket?> FindTicketAsync(string hash);

    void Remove(StreamTicket ticket);

    /// <summary>Removes tokens, tickets, invitations, scorer links and stored responses that have expired. Returns how many.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now);
}
