namespace LiveFeed.Domain.Coverage;

public interface ICoverageStore
{
    Task<IReadOnlyList<CoverageItem>> FindAsync(string eventId, string userId);

    /// <summary>Returns the matches that exist, each with its times if it has any.</summary>
    Task<IReadOnlyDictionary<int, MatchTime?>> TimesAsync(string eventId, IReadOnlyList<int> matchIds);

    void Add(CoverageItem item);

    void Remove(CoverageItem item);
}
