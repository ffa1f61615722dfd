namespace LiveFeed.Domain.Teams;

/// <summary>Gives a role in a team to a user who has been found, by id or by an invitation.</summary>
internal sealed class TeamMemberships(IMemberStore members, ITeamMemberStore teamMembers, Memberships memberships) : IDomainService
{
    /// <summary>Gives the role. A coach becomes a coach of the event; others become spectators of the event, if they are no members of it.</summary>
    public async Task<Result<TeamMemberView>> GiveAsync(EventId eventId, int teamId, User user, TeamRole role)
    {
        var member = await members.FindAsync(eventId, user.Id);
        var inTeam = await teamMembers.FindAsync(eventId, teamId, user.Id);
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
                teamMembers.Add(inTeam = new TeamMember { EventId = eventId, TeamId = teamId, UserId = user.Id });
            inTeam.Give(role);
        }

        return new TeamMemberView(user.Id, user.DisplayName, role);
    }

    private void End(TeamMember inTeam)
    {
        inTeam.End();
        teamMembers.Remove(inTeam);
    }
}
