using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Gives the actor an invitation's role, unless the actor has it already or a higher one.</summary>
public sealed record AcceptInvitation(Actor Actor, EventId EventId, string Secret) : ICommand<MemberView>, IEventCommand;

internal sealed class AcceptInvitationHandler(
    IInvitationStore invitations, IUserStore users, IMemberStore members, Memberships memberships, TimeProvider time)
    : IRequestHandler<AcceptInvitation, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        if (await invitations.FindByHashAsync(Secrets.Hash(command.Secret)) is not { } invitation || invitation.EventId != command.EventId
            || !invitation.IsOpen(time.Now()) || !await MayInviteAsync(invitation))
            return InvitationErrors.NotFound;
        if (await users.FindAsync(command.Actor.UserId) is not { } user)
            return CommonErrors.UserNotFound;
        // Roles are in the order of what they allow.
        if (await members.FindAsync(command.EventId, user.Id) is { } member && member.Role >= invitation.Role)
            return new MemberView(user.Id, user.DisplayName, member.Role, member.TeamIds);
        invitation.UsesLeft--;
        return await memberships.GiveAsync(command.EventId, user, invitation.Role, invitation.TeamIds);
    }

    // What somebody has made who is no organizer any more must not let people in.
    private async Task<bool> MayInviteAsync(Invitation invitation) =>
        await users.FindAsync(invitation.CreatorId) is { } maker && EventPermissions.CheckManage(
            maker.ToActor().ToReader(), (await members.FindAsync(invitation.EventId, maker.Id))?.Role) is null;
}
