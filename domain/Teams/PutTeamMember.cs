using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Gives a user a role in a team. A coach becomes a coach of the event; others become spectators of the event, if they are no members of it.</summary>
public sealed record PutTeamMember(Actor Actor, EventId EventId, int TeamId, UserId UserId, TeamRole Role, string? IdempotencyKey = null)
    : ICommand<TeamMemberView>, IIdempotent, ITeamCommand;

internal sealed class PutTeamMemberHandler(
    TeamAuthorization authorization, IUserStore users, IMemberStore members, ITeamMemberStore teamMembers, Memberships memberships)
    : IRequestHandler<PutTeamMember, Result<TeamMemberView>>
{
    public async Task<Result<TeamMemberView>> Handle(PutTeamMember command, CancellationToken cancellationToken)
    {
        var (eventId, teamId, userId, role) = (command.EventId, command.TeamId, command.UserId, command.Role);
        var found = await authorization.FindAsync(eventId, teamId, command.Actor);
        if (found.Value is not { } actor)
            return found.Error!;
        var member = await members.FindAsync(eventId, userId);
        var inTeam = await teamMembers.FindAsync(eventId, teamId, userId);
        if (TeamPermissions.CheckGive(actor.Reader, actor.Role, actor.InTeam, role, TeamRoles.Of(teamId, member, inTeam)) is { } denied)
            return denied;
        if (await users.FindAsync(userId) is not { IsHelper: false } user)
            return CommonErrors.UserNotFound;
        var isCoach = TeamRoles.IsCoach(teamId, member);
        if (role == TeamRole.Coach)
        {
            if (member is { Role: EventRole.Organizer or EventRole.Media })
                return TeamErrors.HasEventRole;
            if (inTeam is not null)
                End(inTeam);
            if (!isCoach)
                await memberships.GiveAsync(eventId, user, EventRole.Coach, member is { Role: EventRole.Coach } ? [.. member.TeamIds, teamId] : [teamId]);
        }
        else
        {
            if (isCoach)
                await memberships.GiveAsync(eventId, user, EventRole.Coach, [.. member!.TeamIds.Where(team => team != teamId)]);
            else if (member is null)
                await memberships.GiveAsync(eventId, user, EventRole.Spectator, []);
            if (inTeam is null)
                teamMembers.Add(inTeam = new TeamMember { EventId = eventId, TeamId = teamId, UserId = userId });
            inTeam.Give(role);
        }

        return new TeamMemberView(userId, user.DisplayName, role);
    }

    private void End(TeamMember inTeam)
    {
        inTeam.End();
        teamMembers.Remove(inTeam);
    }
}
