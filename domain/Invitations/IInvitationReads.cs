namespace LiveFeed.Domain.Invitations;

/// <summary>Reads of invitations. The caller must check access.</summary>
public interface IInvitationReads
{
    /// <summary>Returns an event's invitations that can be used, the newest first.</summary>
    Task<Page<InvitationView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);
}
