using MediatR;

namespace LiveFeed.Domain.Claims;

/// <summary>Ends a claim: by its holder, an organizer or an administrator.</summary>
public sealed record ReleaseClaim(Actor Actor, EventId EventId, MatchId MatchId, string? IdempotencyKey = null)
    : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class ReleaseClaimHandler(EventAuthorization authorization, IMatchStore matches, IClaimStore claims, ClaimPolicy policy, TimeProvider time)
    : IRequestHandler<ReleaseClaim, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReleaseClaim command, CancellationToken cancellationToken)
    {
        var (eventId, matchId, now) = (command.EventId, command.MatchId, time.Now());
        var readable = await authorization.AuthorizeReadAsync(eventId, command.Actor);
        if (readable.Error is { } error)
            return error;
        var claim = await claims.FindAsync(eventId, matchId);
        if (claim is null || claim.HasExpired(now))
            return CommonErrors.ClaimNotFound;
        if (claim.HolderId != command.Actor.UserId
            && (await authorization.AuthorizeManageAsync(eventId, command.Actor)).Error is not null)
            return claim.Held(command.Actor.UserId, policy.Silence);
        var match = await matches.FindAsync(eventId, matchId);
        claim.End(ClaimState.Released, match?.Subject ?? new EntrySubject(matchId), now);
        claims.Remove(claim);
        return new Done();
    }
}
