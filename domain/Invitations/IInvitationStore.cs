namespace LiveFeed.Domain.Invitations;

public interface IInvitationStore
{
    Task<Invitation?> FindAsync(EventId eventId, string id);

    Task<Invitation?> FindByHashAsync(string hash);

    /// <summary>Returns how many of an event's invitations are neither used up nor expired.</summary>
    Task<int> CountOpenAsync(EventId eventId, DateTimeOffset now);

    void Add(Invitation invitation);

    void Remove(Invitation invitation);
}
