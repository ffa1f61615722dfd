using MediatR;

namespace LiveFeed.Domain.Claims;

/// <summary>Ends expired claims of an event, a limited number at a time, and publishes that they ended. Returns how many.</summary>
public sealed record ExpireClaims(EventId EventId) : ICommand<ExpiredClaims>, IEventCommand;

/// <summary>How many claims were ended.</summary>
public sealed record ExpiredClaims(int Count);

internal sealed class ExpireClaimsHandler(IClaimStore claims, IMatchStore matches, TimeProvider time)
    : IRequestHandler<ExpireClaims, Result<ExpiredClaims>>
{
    private const int AtOnce = 200;

    public async Task<Result<ExpiredClaims>> Handle(ExpireClaims command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var expired = await claims.FindExpiredAsync(command.EventId, now, AtOnce);
        foreach (var claim in expired)
        {
            var match = await matches.FindAsync(claim.EventId, claim.MatchId);
            claim.End(ClaimState.Expired, match?.Subject ?? new EntrySubject(claim.MatchId), now);
            claims.Remove(claim);
        }

        return new ExpiredClaims(expired.Count);
    }
}
