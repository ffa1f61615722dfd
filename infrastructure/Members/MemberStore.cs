using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Members;

internal sealed class MemberStore(DbSession session) : IMemberStore
{
    public Task<Member?> FindAsync(EventId eventId, UserId userId) =>
        session.FindAsync((eventId, userId), db => db.Compiled.Member(db, eventId, userId));

    public Task<int> CountOrganizersAsync(EventId eventId) =>
        session.Db.Members.CountAsync(member => member.EventId == eventId && member.Role == EventRole.Organizer);

    public void Add(Member member) => session.Add((member.EventId, member.UserId), member);

    public void Remove(Member member) => session.Remove((member.EventId, member.UserId), member);
}
