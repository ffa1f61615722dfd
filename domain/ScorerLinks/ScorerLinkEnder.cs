using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Ends scorer links: the sessions of their helpers end, so that nothing of theirs is accepted any more, and the matches that they hold are free.</summary>
internal sealed class ScorerLinkEnder(IScorerLinkStore links, IClaimStore claims, IMatchStore matches, SessionEnder sessions, TimeProvider time) : IDomainService
{
    /// <summary>Ends the sessions of all helpers of an event that is removed. Otherwise they could read an event that gets the same id later.</summary>
    public async Task EndSessionsAsync(EventId eventId)
    {
        foreach (var link in await links.ListAsync(eventId))
        {
            foreach (var helper in await links.ListHelpersAsync(link.Id))
                await sessions.EndOthersAsync(helper.Id, null);
        }
    }

    public async Task EndAsync(ScorerLink link)
    {
        var now = time.Now();
        links.Remove(link);
        foreach (var helper in await links.ListHelpersAsync(link.Id))
        {
            await sessions.EndOthersAsync(helper.Id, null);
            foreach (var claim in await claims.ListHeldByAsync(link.EventId, helper.Id))
            {
                var match = await matches.FindAsync(claim.EventId, claim.MatchId);
                claim.End(ClaimState.Released, match?.Subject ?? new EntrySubject(claim.MatchId), now);
                claims.Remove(claim);
            }
        }
    }
}
