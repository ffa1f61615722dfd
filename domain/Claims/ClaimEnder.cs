namespace LiveFeed.Domain.Claims;

/// <summary>Ends the claims of users who can't score any more, so that their matches are free.</summary>
internal sealed class ClaimEnder(IClaimStore claims, IMatchStore matches, TimeProvider time) : IDomainService
{
    /// <summary>Ends all claims of an event that these users hold.</summary>
    public async Task EndAllAsync(EventId eventId, IReadOnlyCollection<UserId> holderIds)
    {
        var now = time.Now();
        foreach (var claim in await claims.ListHeldByAsync(eventId, holderIds))
        {
            var match = await matches.FindAsync(eventId, claim.MatchId);
            claim.End(ClaimState.Released, match?.Subject ?? new EntrySubject(claim.MatchId), now);
            claims.Remove(claim);
        }
    }
}
