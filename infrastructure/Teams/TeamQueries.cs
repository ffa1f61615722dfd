using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

/// <summary>Queries of who belongs to a team.</summary>
internal static class TeamQueries
{
    /// <summary>Returns the roles of a team's members, by user id.</summary>
    public static async Task<Dictionary<UserId, TeamRole>> RolesAsync(LiveFeedContext db, EventId eventId, int teamId, CancellationToken cancellationToken)
    {
        var inTeam = await db.TeamMembers.AsNoTracking().Where(member => member.EventId == eventId && member.TeamId == teamId).ToListAsync(cancellationToken);
        var roles = inTeam.ToDictionary(member => member.UserId, member => member.Role);
        // Their teams are a list in one column. An event has few coaches.
        var coaches = await db.Members.AsNoTracking().Where(member => member.EventId == eventId && member.Role == EventRole.Coach).ToListAsync(cancellationToken);
        foreach (var coach in coaches.Where(member => TeamRoles.IsCoach(teamId, member)))
            roles[coach.UserId] = TeamRole.Coach;
        return roles;
    }

    /// <summary>Returns a user's roles in teams, by event and team.</summary>
    public static async Task<Dictionary<(EventId EventId, int TeamId), TeamRole>> TeamsOfAsync(LiveFeedContext db, UserId userId, CancellationToken cancellationToken)
    {
        var inTeams = await db.TeamMembers.AsNoTracking().Where(member => member.UserId == userId).ToListAsync(cancellationToken);
        var roles = inTeams.ToDictionary(member => (member.EventId, member.TeamId), member => member.Role);
        var coached = await db.Members.AsNoTracking().Where(member => member.UserId == userId && member.Role == EventRole.Coach).ToListAsync(cancellationToken);
        foreach (var member in coached)
        {
            foreach (var teamId in member.TeamIds)
                roles[(member.EventId, teamId)] = TeamRole.Coach;
        }

        return roles;
    }
}
