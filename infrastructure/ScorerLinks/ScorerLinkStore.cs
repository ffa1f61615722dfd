using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.ScorerLinks;

internal sealed class ScorerLinkStore(DbSession session) : IScorerLinkStore
{
    public Task<ScorerLink?> FindAsync(string id) => session.FindAsync(id, db => db.Compiled.ScorerLink(db, id));

    public Task<ScorerLink?> FindByHashAsync(string hash) => session.Db.ScorerLinks.SingleOrDefaultAsync(link => link.Hash == hash);

    public async Task<IReadOnlyList<ScorerLink>> ListAsync(EventId eventId) =>
        [.. (await session.Db.ScorerLinks.Where(link => link.EventId == eventId).ToListAsync()).Where(link => session.Db.Entry(link).State != EntityState.Deleted)];

    public Task<int> CountOpenAsync(EventId eventId, DateTimeOffset now) =>
        session.Db.ScorerLinks.CountAsync(link => link.EventId == eventId && link.ExpiresAt > now);

    public async Task<IReadOnlyList<User>> ListHelpersAsync(string linkId) => await session.Db.Users.Where(user => user.ScorerLinkId == linkId).ToListAsync();

    public async Task<IReadOnlyList<UserId>> ListHelperIdsAsync(IReadOnlyCollection<string> linkIds) =>
        await session.Db.Users.Where(user => user.ScorerLinkId != null && linkIds.Contains(user.ScorerLinkId)).Select(user => user.Id).ToListAsync();

    public void Add(ScorerLink link) => session.Add(link.Id, link);

    public void Remove(ScorerLink link) => session.Remove(link.Id, link);
}
