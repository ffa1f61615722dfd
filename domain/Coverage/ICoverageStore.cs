namespace LiveFeed.Domain.Coverage;

public interface ICoverageStore
{
    Task<IReadOnlyList<CoverageItem>> FindAsync(EventId eventId, UserId userId);

    /// <summary>Returns the matches that exist, each with its times if it has any.</summary>
    Task<IReadOnlyDictionary<MatchId, MatchTime?>> TimesAsync(EventId eventId, IReadOnlyList<MatchId> matchIds);

    void Add(CoverageItem item);

    void Remove(CoverageItem item);
}
