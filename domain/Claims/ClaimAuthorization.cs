namespace LiveFeed.Domain.Claims;

/// <summary>
/// Decides who may write what happens in a match: the holder of its live claim. All such writes are checked here, and call <see cref="Claim.Renew"/>: that makes
/// the claim's own row part of the transaction, whose predicate rejects the write if the claim was lost in the meantime.
/// </summary>
internal sealed class ClaimAuthorization(EventAuthorization authorization, IMatchStore matches, IClaimStore claims, ClaimPolicy policy) : IDomainService
{
    /// <summary>Returns whether the actor may manage the event.</summary>
    public async Task<bool> IsOrganizerAsync(EventId eventId, Actor actor) => (await authorization.AuthorizeManageAsync(eventId, actor)).Value is not null;

    /// <summary>Returns the match if the actor may keep score in its event. Nobody's claim matters.</summary>
    public async Task<Result<OpenMatch>> AuthorizeWithoutClaimAsync(EventId eventId, MatchId matchId, Actor actor)
    {
        var allowed = await authorization.AuthorizeScoreAsync(eventId, actor);
        if (allowed.Value is not { } liveEvent)
            return allowed.Error!;
        return await matches.FindAsync(eventId, matchId) is { } match ? new OpenMatch(liveEvent, match) : CommonErrors.MatchNotFound;
    }

    /// <summary>Returns the match if the actor holds it, with the device that the claim is for.</summary>
    public async Task<Result<HeldMatch>> AuthorizeAsync(EventId eventId, MatchId matchId, Actor actor, string? deviceId, DateTimeOffset now)
    {
        var allowed = await authorization.AuthorizeScoreAsync(eventId, actor);
        if (allowed.Value is not { } liveEvent)
            return allowed.Error!;
        if (await matches.FindAsync(eventId, matchId) is not { } match)
            return CommonErrors.MatchNotFound;
        var claim = await claims.FindAsync(eventId, matchId);
        if (claim is null || claim.HasExpired(now))
            return new Error(ErrorCode.ClaimRequired, $"Claim the match first: POST /api/events/{eventId}/claims/{matchId}.");
        return claim.IsHeldBy(actor.UserId, deviceId) ? new HeldMatch(liveEvent, match, claim) : claim.Held(actor.UserId, policy.Silence);
    }
}
