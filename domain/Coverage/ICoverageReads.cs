namespace LiveFeed.Domain.Coverage;

/// <summary>Reads of coverage plans.</summary>
public interface ICoverageReads
{
    /// <summary>
    /// Returns a user's plan, an empty one if the user has none. Not cancelled: it is read by the store of the writes.
    /// </summary>
    Task<CoverageView> FindAsync(EventId eventId, UserId userId);

    Task<IReadOnlyList<CoverageItem>> AllAsync(EventId eventId, CancellationToken cancellationToken);
}
