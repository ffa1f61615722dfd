using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Gives the actor an invitation's role, unless the actor has it already or a higher one.</summary>
public sealed record AcceptInvitation(Actor Actor, EventId EventId, string Secret) : ICommand<MemberView>, IEventCommand;

internal sealed class AcceptInvitationHandler(
    OpenInvitations invitations, IUserStore users, IMemberStore members, ITeamMemberStore teamMembers, Memberships memberships, TeamMemberships teamMemberships)
    : IRequestHandler<AcceptInvitation, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(command.Secret) is not { } invitation || invitation.EventId != command.EventId)
            return InvitationErrors.NotFound;
        if (await users.FindAsync(command.Actor.UserId) is not { } user)
            return CommonErrors.UserNotFound;
        var member = await members.FindAsync(command.EventId, user.Id);
        if (await HasRoleAsync(invitation, user.Id, member))
            return member!.ToView(user.DisplayName);
        invitation.UsesLeft--;
        if (invitation is not { TeamId: { } teamId, InTeam: { } inTeam })
            return await memberships.GiveAsync(command.EventId, user, invitation.Role, invitation.TeamIds);
        return (await teamMemberships.GiveAsync(command.EventId, teamId, user, inTeam)).Error is { } error
            ? error
            : (await members.FindAsync(command.EventId, user.Id))!.ToView(user.DisplayName);
    }

    // Roles are in the order of what they allow.
    private async Task<bool> HasRoleAsync(Invitation invitation, UserId userId, Member? member) => invitation.TeamId is { } teamId
        ? member is not null && TeamRoles.Of(teamId, member, await teamMembers.FindAsync(invitation.EventId, teamId, userId)) >= invitation.InTeam
        : member is not null && member.Role >= invitation.Role;
}
