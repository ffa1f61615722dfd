namespace LiveFeed.Domain.Coverage;

/// <summary>Reads of coverage plans.</summary>
public interface ICoverageReads
{
    Task<CoverageView> FindAsync(string eventId, string userId);

    Task<IReadOnlyList<CoverageItem>> AllAsync(string eventId, CancellationToken cancellationToken);
}
