namespace LiveFeed.Domain.Teams;

/// <summary>What somebody is to a team, from where each role is stored.</summary>
public static class TeamRoles
{
    /// <summary>Returns the person's role in a team; null if there is none.</summary>
    /// <param name="teamId">The team.</param>
    /// <param name="member">The person's membership of the event; null if there is none.</param>
    /// <param name="inTeam">The person's membership of the team; null if there is none.</param>
    public static TeamRole? Of(int teamId, Member? member, TeamMember? inTeam) => IsCoach(teamId, member) ? TeamRole.Coach : inTeam?.Role;

    /// <summary>Returns whether a member of the event is a coach of the team.</summary>
    public static bool IsCoach(int teamId, Member? member) => member is { Role: EventRole.Coach } && member.TeamIds.Contains(teamId);
}
