namespace LiveFeed.Domain.Invitations;

public interface IInvitationStore
{
    Task<Invitation?> FindAsync(EventId eventId, string id);

    Task<Invitation?> FindByHashAsync(string hash);

    /// <summary>Returns how many of a team's invitations, or of an event's that are for no team, are neither used up nor expired.</summary>
    Task<int> CountOpenAsync(EventId eventId, int? teamId, DateTimeOffset now);

    void Add(Invitation invitation);

    void Remove(Invitation invitation);
}
