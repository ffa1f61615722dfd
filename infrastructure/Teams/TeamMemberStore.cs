using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Teams;

internal sealed class TeamMemberStore(DbSession session) : ITeamMemberStore
{
    public Task<TeamMember?> FindAsync(EventId eventId, int teamId, UserId userId) => session.FindAsync(
        (eventId, teamId, userId), db => db.TeamMembers.SingleOrDefaultAsync(member => member.EventId == eventId && member.TeamId == teamId && member.UserId == userId));

    public async Task<IReadOnlyList<TeamMember>> ListAsync(EventId eventId, UserId userId) =>
        await session.Db.TeamMembers.Where(member => member.EventId == eventId && member.UserId == userId).ToListAsync();

    public void Add(TeamMember member) => session.Add((member.EventId, member.TeamId, member.UserId), member);

    public void Remove(TeamMember member) => session.Remove((member.EventId, member.TeamId, member.UserId), member);
}
