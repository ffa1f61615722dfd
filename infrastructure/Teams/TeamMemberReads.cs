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
}
