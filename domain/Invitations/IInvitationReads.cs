namespace LiveFeed.Domain.Invitations;

/// <summary>Reads of invitations. The caller must check access.</summary>
public interface IInvitationReads
{
    /// <summary>Returns those invitations of a team, or of an event that are for no team, that can be used, the newest first.</summary>
    Task<Page<InvitationView>> ListAsync(EventId eventId, int? teamId, Paging paging, CancellationToken cancellationToken);
}
