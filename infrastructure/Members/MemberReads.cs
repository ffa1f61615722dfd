using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Members;

internal sealed class MemberReads(ILiveFeedContextFactory contexts) : IMemberReads
{
    public async Task<User?> FindUserAsync(UserId userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is { IsErased: false } user ? user : null;
    }

    public async Task<Page<MemberView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await Members(db, eventId).OrderBy(row => row.Name).ThenBy(row => row.Member.UserId)
            .ToPageAsync(paging, row => row.ToView(), cancellationToken);
    }

    public async Task<MemberView?> FindAsync(EventId eventId, UserId userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var row = await Members(db, eventId).SingleOrDefaultAsync(row => row.Member.UserId == userId, cancellationToken);
        return row?.ToView();
    }

    private static IQueryable<MemberRow> Members(LiveFeedContext db, EventId eventId) =>
        from member in db.Members.AsNoTracking()
        join user in db.Users on member.UserId equals user.Id
        where member.EventId == eventId
        select new MemberRow { Member = member, Name = user.DisplayName };

    private sealed class MemberRow
    {
        public required Member Member { get; init; }

        public required string Name { get; init; }

        public MemberView ToView() => new(Member.UserId, Name, Member.Role, Member.TeamIds);
    }
}
