using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.Invitations;

/// <summary>Finds invitations that let people in.</summary>
internal sealed class OpenInvitations(IInvitationStore invitations, IUserStore users, IMemberStore members, TimeProvider time) : IDomainService
{
    /// <summary>Returns the invitation with this secret; null if there is none, it is used up or expired, or its maker may no longer manage the event.</summary>
    public async Task<Invitation?> FindAsync(string secret) =>
        await invitations.FindByHashAsync(Secrets.Hash(secret)) is { } invitation && invitation.IsOpen(time.Now())
            && await users.FindAsync(invitation.CreatorId) is { } maker
            && EventPermissions.CheckManage(maker.ToActor().ToReader(), (await members.FindAsync(invitation.EventId, maker.Id))?.Role) is null
            ? invitation
            : null;
}
