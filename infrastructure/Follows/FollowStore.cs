using LiveFeed.Domain.Follows;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Follows;

internal sealed class FollowStore(DbSession session) : IFollowStore
{
    public Task<Follow?> FindAsync(UserId userId, FollowTarget target) => session.FindAsync((userId, target), db => db.Follows.SingleOrDefaultAsync(
        follow => follow.UserId == userId && follow.EventId == target.EventId && follow.Kind == target.Kind && follow.TargetId == target.Id));

    public Task<int> CountAsync(UserId userId) => session.Db.Follows.CountAsync(follow => follow.UserId == userId);

    public Task<bool> AnyAsync(EventId eventId) => session.Db.Follows.AnyAsync(follow => follow.EventId == eventId);

    public Task<bool> AnyAsync(EventId eventId, MatchId matchId, int? team1Id, int? team2Id)
    {
        var number = matchId.Value;
        return session.Db.Follows.AnyAsync(follow => follow.EventId == eventId
            && ((follow.Kind == FollowKind.Match && follow.TargetId == number) || (follow.Kind == FollowKind.Team && (follow.TargetId == team1Id || follow.TargetId == team2Id))));
    }

    public void Add(Follow follow) => session.Add((follow.UserId, follow.Target), follow);

    public void Remove(Follow follow) => session.Remove((follow.UserId, follow.Target), follow);
}
