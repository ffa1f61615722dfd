namespace LiveFeed.Domain.Invitations;

public interface IInvitationStore
{
    Task<Invitation?> FindAsync(EventId eventId, string id);

    Task<Invitation?> FindByHashAsync(string hash);

    void Add(Invitation invitation);

    void Remove(Invitation invitation);
}
