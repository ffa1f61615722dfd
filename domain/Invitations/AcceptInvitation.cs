using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Gives the actor an invitation's role, unless the actor has it already or a higher one.</summary>
public sealed record AcceptInvitation(Actor Actor, EventId EventId, string Secret) : ICommand<MemberView>, IEventCommand;

internal sealed class AcceptInvitationHandler(OpenInvitations invitations, IUserStore users, IMemberStore members, Memberships memberships)
    : IRequestHandler<AcceptInvitation, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(command.Secret) is not { } invitation || invitation.EventId != command.EventId)
            return InvitationErrors.NotFound;
        if (await users.FindAsync(command.Actor.UserId) is not { } user)
            return CommonErrors.UserNotFound;
        // Roles are in the order of what they allow.
        if (await members.FindAsync(command.EventId, user.Id) is { } member && member.Role >= invitation.Role)
            return new MemberView(user.Id, user.DisplayName, member.Role, member.TeamIds);
        invitation.UsesLeft--;
        return await memberships.GiveAsync(command.EventId, user, invitation.Role, invitation.TeamIds);
    }
}
