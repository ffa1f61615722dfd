namespace LiveFeed.Domain.Coverage;

/// <summary>Reads of coverage plans.</summary>
public interface ICoverageReads
{
    Task<CoverageView> FindAsync(EventId eventId, UserId userId);

    Task<IReadOnlyList<CoverageItem>> AllAsync(EventId eventId, CancellationToken cancellationToken);
}
