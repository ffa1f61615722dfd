using LiveFeed.Domain.Follows;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Follows;

internal sealed class FollowReads(ILiveFeedContextFactory contexts) : IFollowReads
{
    public async Task<Page<FollowView>> ListAsync(ReaderIdentity reader, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var (userId, isAdmin) = (reader.UserId, reader.IsAdmin);
        var rows = db.Follows.AsNoTracking().Where(follow => follow.UserId == userId)
            .Join(db.Events, follow => follow.EventId, found => found.Id, (follow, found) => new
            {
                Follow = follow,
                found.Name,
                IsReadable = isAdmin || found.Visibility == Visibility.Public || db.Members.Any(member => member.EventId == found.Id && member.UserId == userId),
                Team = follow.Kind == FollowKind.Team ? db.Teams.Where(team => team.EventId == found.Id && team.Id == follow.TargetId).Select(team => team.Name).SingleOrDefault() : null,
            })
            .OrderByDescending(row => row.Follow.Since).ThenBy(row => row.Follow.EventId).ThenBy(row => row.Follow.Kind).ThenBy(row => row.Follow.TargetId);
        return await rows.ToPageAsync(
            paging,
            row => new FollowView(row.Follow.Target.ToString(), row.Follow.EventId, row.IsReadable ? row.Name : null, row.IsReadable ? row.Team : null, row.Follow.Since),
            cancellationToken);
    }
}
