using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

internal sealed class TeamMemberReads(ILiveFeedContextFactory contexts) : ITeamMemberReads
{
    public async Task<Page<TeamMemberView>> ListAsync(EventId eventId, int teamId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var roles = await TeamQueries.RolesAsync(db, eventId, teamId, cancellationToken);
        var ids = roles.Keys.ToList();
        var names = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellationToken);
        var views = names.Select(user => new TeamMemberView(user.Id, user.DisplayName, roles[user.Id])).OrderBy(view => view.Name, StringComparer.Ordinal).ThenBy(view => view.UserId.Value, StringComparer.Ordinal);
        return new Page<TeamMemberView>([.. views.Skip(paging.Offset).Take(paging.Limit)], names.Count, paging.Limit, paging.Offset);
    }

    public async Task<Page<OwnTeamView>> ListOfUserAsync(UserId userId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var roles = await TeamQueries.TeamsOfAsync(db, userId, cancellationToken);
        var eventIds = roles.Keys.Select(key => key.EventId).Distinct().ToList();
        var teams = await db.Teams.AsNoTracking().Where(team => eventIds.Contains(team.EventId))
            .Join(db.Events, team => team.EventId, row => row.Id, (team, row) => new { team.EventId, EventName = row.Name, row.Archived, team.Id, team.Name })
            .ToListAsync(cancellationToken);
        var own = teams.Where(team => roles.ContainsKey((team.EventId, team.Id)))
            .Select(team => new OwnTeamView(team.EventId, team.EventName, team.Archived, team.Id, team.Name, roles[(team.EventId, team.Id)]))
            .OrderBy(team => team.Archived).ThenBy(team => team.EventName, StringComparer.Ordinal).ThenBy(team => team.EventId.Value, StringComparer.Ordinal)
            .ThenBy(team => team.TeamName, StringComparer.Ordinal).ThenBy(team => team.TeamId)
            .ToList();
        return new Page<OwnTeamView>([.. own.Skip(paging.Offset).Take(paging.Limit)], own.Count, paging.Limit, paging.Offset);
    }
}
