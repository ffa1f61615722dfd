namespace LiveFeed.Domain.Claims;

/// <summary>
/// Decides who may write what happens in a match: the holder of its live claim. All such writes are checked here, and call <see cref="Claim.Renew"/>: that makes
/// the claim's own row part of the transaction, whose predicate rejects the write if the claim was lost in the meantime.
/// </summary>
internal sealed class ClaimAuthorization(EventAuthorization authorization, IClaimStore claims, ClaimPolicy policy) : IDomainService
{
    /// <summary>Returns whether the actor may manage the event.</summary>
    public async Task<bool> IsOrganizerAsync(EventId eventId, Actor actor) => (await authorization.AuthorizeManageAsync(eventId, actor)).Value is not null;

    /// <summary>Returns the match if the actor may keep its score. Nobody's claim matters.</summary>
    public Task<Result<OpenMatch>> AuthorizeWithoutClaimAsync(EventId eventId, MatchId matchId, Actor actor) => authorization.AuthorizeScoreAsync(eventId, matchId, actor);

    /// <summary>Returns the match if the actor holds it, with the device that the claim is for.</summary>
    public async Task<Result<HeldMatch>> AuthorizeAsync(EventId eventId, MatchId matchId, Actor actor, string? deviceId, DateTimeOffset now)
    {
        var allowed = await authorization.AuthorizeScoreAsync(eventId, matchId, actor);
        if (allowed.Value is not { } open)
            return allowed.Error!;
        var claim = await claims.FindAsync(eventId, matchId);
        if (claim is null || claim.HasExpired(now))
            return new Error(ErrorCode.ClaimRequired, $"Claim the match first: POST /api/events/{eventId}/claims/{matchId}.");
        return claim.IsHeldBy(actor.UserId, deviceId) ? new HeldMatch(open.Event, open.Match, claim) : claim.Held(actor.UserId, policy.Silence);
    }
}
