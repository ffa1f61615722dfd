using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Finds scorer links that can be used: neither revoked nor expired, and their maker may still manage the event.</summary>
internal sealed class OpenScorerLinks(IScorerLinkStore links, IUserStore users, IMemberStore members, TimeProvider time) : IDomainService
{
    /// <summary>Returns the link with this secret.</summary>
    public async Task<ScorerLink?> FindBySecretAsync(string secret) => await CheckAsync(await links.FindByHashAsync(Secrets.Hash(secret)));

    /// <summary>Returns the link by which a helper is in.</summary>
    public async Task<ScorerLink?> FindAsync(ScorerLinkKey key) => await CheckAsync(await links.FindAsync(key.LinkId));

    private async Task<ScorerLink?> CheckAsync(ScorerLink? link) =>
        link is not null && link.IsOpen(time.Now()) && await users.FindAsync(link.CreatorId) is { } maker
            && EventPermissions.CheckManage(maker.ToActor().ToReader(), (await members.FindAsync(link.EventId, maker.Id))?.Role) is null
            ? link
            : null;
}
