using LiveFeed.Domain.Notifications;
using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Gives a user a role in a team. A coach becomes a coach of the event; others become spectators of the event, if they are no members of it.</summary>
public sealed record PutTeamMember(Actor Actor, EventId EventId, int TeamId, UserId UserId, TeamRole Role, string? IdempotencyKey = null)
    : ICommand<TeamMemberView>, IIdempotent, ITeamCommand;

internal sealed class PutTeamMemberHandler(
    TeamAuthorization authorization, IUserStore users, IMemberStore members, ITeamMemberStore teamMembers, TeamMemberships memberships, Notifier notifier)
    : IRequestHandler<PutTeamMember, Result<TeamMemberView>>
{
    public async Task<Result<TeamMemberView>> Handle(PutTeamMember command, CancellationToken cancellationToken)
    {
        var (eventId, teamId, userId) = (command.EventId, command.TeamId, command.UserId);
        var found = await authorization.FindAsync(eventId, teamId, command.Actor);
        if (found.Value is not { } actor)
            return found.Error!;
        var had = TeamRoles.Of(teamId, await members.FindAsync(eventId, userId), await teamMembers.FindAsync(eventId, teamId, userId));
        if (TeamPermissions.CheckGive(actor.Reader, actor.Role, actor.InTeam, command.Role, had) is { } denied)
            return denied;
        if (await users.FindAsync(userId) is not { IsHelper: false } user)
            return CommonErrors.UserNotFound;
        var given = await memberships.GiveAsync(eventId, teamId, user, command.Role);
        if (given.Value is not null && had != command.Role)
            notifier.NotifyOfRole(command.Actor, eventId, userId, command.Role, teamId);
        return given;
    }
}
