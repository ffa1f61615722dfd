using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Makes an invitation to a team, by who may give the role in it. A repeat makes another one: a response with a secret is not stored.</summary>
public sealed record CreateTeamInvitation(Actor Actor, EventId EventId, int TeamId, TeamRole Role, InvitationTerms Terms)
    : ICommand<IssuedInvitation>, IEventCommand;

internal sealed class CreateTeamInvitationHandler(TeamAuthorization authorization, NewInvitations invitations)
    : IRequestHandler<CreateTeamInvitation, Result<IssuedInvitation>>
{
    public async Task<Result<IssuedInvitation>> Handle(CreateTeamInvitation command, CancellationToken cancellationToken)
    {
        var found = await authorization.FindAsync(command.EventId, command.TeamId, command.Actor);
        if (found.Value is not { } actor)
            return found.Error!;
        if (TeamPermissions.CheckGive(actor.Reader, actor.Role, actor.InTeam, command.Role) is { } denied)
            return denied;
        var role = command.Role == TeamRole.Coach ? EventRole.Coach : EventRole.Spectator;
        return await invitations.IssueAsync(command.Actor, new InvitedTo(command.EventId, role, [], command.TeamId, command.Role), command.Terms);
    }
}
