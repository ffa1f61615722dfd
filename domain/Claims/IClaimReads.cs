namespace LiveFeed.Domain.Claims;

/// <summary>Reads of live claims.</summary>
public interface IClaimReads
{
    Task<Page<ClaimView>> ListAsync(string eventId, Paging paging, CancellationToken cancellationToken);

    Task<ClaimView?> FindAsync(string eventId, int matchId, CancellationToken cancellationToken);
}
