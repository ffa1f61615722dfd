using MediatR;

namespace LiveFeed.Domain.Invitations;

/// <summary>Makes an invitation unusable. Whoever has used it keeps the role.</summary>
/// <param name="Actor">Who revokes it: an organizer, or of a team's invitation also a coach of the team.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team that it is for; null if it is for the event.</param>
/// <param name="InvitationId">The invitation.</param>
public sealed record RevokeInvitation(Actor Actor, EventId EventId, int? TeamId, string InvitationId) : ICommand<Done>, IEventCommand;

internal sealed class RevokeInvitationHandler(EventAuthorization authorization, TeamAuthorization teams, IInvitationStore invitations) : IRequestHandler<RevokeInvitation, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeInvitation command, CancellationToken cancellationToken)
    {
        if (await CheckAsync(command) is { } error)
            return error;
        if (await invitations.FindAsync(command.EventId, command.InvitationId) is not { } invitation || invitation.TeamId != command.TeamId)
            return InvitationErrors.NotFound;
        invitations.Remove(invitation);
        return new Done();
    }

    private async Task<Error?> CheckAsync(RevokeInvitation command)
    {
        if (command.TeamId is not { } teamId)
            return (await authorization.AuthorizeManageAsync(command.EventId, command.Actor)).Error;
        var found = await teams.FindAsync(command.EventId, teamId, command.Actor, alsoArchived: true);
        return found.Value is { } actor ? TeamPermissions.CheckManage(actor.Reader, actor.Role, actor.InTeam) : found.Error;
    }
}
