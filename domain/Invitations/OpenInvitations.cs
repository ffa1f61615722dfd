using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.Invitations;

/// <summary>Finds invitations that let people in.</summary>
internal sealed class OpenInvitations(
    IInvitationStore invitations, IUserStore users, IMemberStore members, TeamAuthorization teams, TimeProvider time) : IDomainService
{
    /// <summary>Returns the invitation with this secret; null if there is none, it is used up or expired, or its maker may no longer give its role.</summary>
    public async Task<Invitation?> FindAsync(string secret) =>
        await invitations.FindByHashAsync(Secrets.Hash(secret)) is { } invitation && invitation.IsOpen(time.Now())
            && await users.FindAsync(invitation.CreatorId) is { } maker && await MayGiveAsync(maker.ToActor(), invitation)
            ? invitation
            : null;

    private async Task<bool> MayGiveAsync(Actor maker, Invitation invitation)
    {
        if (invitation.TeamId is not { } teamId)
            return EventPermissions.CheckManage(maker.ToReader(), (await members.FindAsync(invitation.EventId, maker.UserId))?.Role) is null;
        return (await teams.FindAsync(invitation.EventId, teamId, maker)).Value is { } actor
            && TeamPermissions.CheckGive(actor.Reader, actor.Role, actor.InTeam, invitation.InTeam) is null;
    }
}
