namespace LiveFeed.Domain.Claims;

/// <summary>Reads of live claims.</summary>
public interface IClaimReads
{
    Task<Page<ClaimView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);

    Task<ClaimView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken);
}
