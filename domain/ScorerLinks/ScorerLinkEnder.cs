using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Ends scorer links: the sessions of their helpers end, so that nothing of theirs is accepted any more, and the matches that they hold are free.</summary>
internal sealed class ScorerLinkEnder(IScorerLinkStore links, ClaimEnder claims, SessionEnder sessions) : IDomainService
{
    /// <summary>Ends the sessions of all helpers of an event that is removed. Otherwise they could read an event that gets the same id later.</summary>
    public async Task EndSessionsAsync(EventId eventId) => await EndSessionsAsync(await links.ListAsync(eventId));

    /// <summary>Ends links of an event.</summary>
    public async Task EndAsync(EventId eventId, IReadOnlyCollection<ScorerLink> ended)
    {
        if (ended.Count == 0)
            return;
        await claims.EndAllAsync(eventId, await EndSessionsAsync(ended));
        foreach (var link in ended)
            links.Remove(link);
    }

    private async Task<IReadOnlyList<UserId>> EndSessionsAsync(IReadOnlyCollection<ScorerLink> ended)
    {
        var helpers = await links.ListHelperIdsAsync([.. ended.Select(link => link.Id)]);
        await sessions.EndAllAsync(helpers);
        return helpers;
    }
}
