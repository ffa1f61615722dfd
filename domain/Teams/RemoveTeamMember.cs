using LiveFeed.Domain.Notifications;
using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Takes a user's role in a team away. The user stays a member of the event. Players and families may leave by themselves.</summary>
public sealed record RemoveTeamMember(Actor Actor, EventId EventId, int TeamId, UserId UserId, string? IdempotencyKey = null)
    : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class RemoveTeamMemberHandler(
    TeamAuthorization authorization, IUserStore users, IMemberStore members, ITeamMemberStore teamMembers, Memberships memberships, Notifier notifier)
    : IRequestHandler<RemoveTeamMember, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveTeamMember command, CancellationToken cancellationToken)
    {
        var (eventId, teamId, userId) = (command.EventId, command.TeamId, command.UserId);
        var found = await authorization.FindAsync(eventId, teamId, command.Actor);
        if (found.Value is not { } actor)
            return found.Error!;
        var member = await members.FindAsync(eventId, userId);
        var inTeam = await teamMembers.FindAsync(eventId, teamId, userId);
        var role = TeamRoles.Of(teamId, member, inTeam);
        var leaves = userId == command.Actor.UserId && role is not null and not TeamRole.Coach;
        if (!leaves && TeamPermissions.CheckGive(actor.Reader, actor.Role, actor.InTeam, role) is { } denied)
            return denied;
        if (role is null)
            return TeamErrors.MemberNotFound;
        if (TeamRoles.IsCoach(teamId, member) && await users.FindAsync(userId) is { } coach)
            await memberships.GiveAsync(eventId, coach, EventRole.Coach, [.. member!.TeamIds.Where(team => team != teamId)]);
        if (inTeam is not null)
        {
            inTeam.End();
            teamMembers.Remove(inTeam);
        }

        notifier.NotifyOfRole(command.Actor, eventId, userId, null, teamId);
        return new Done();
    }
}
