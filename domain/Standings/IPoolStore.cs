namespace LiveFeed.Domain.Standings;

/// <summary>Finds pools, and what decides about derived state.</summary>
public interface IPoolStore
{
    Task<Pool?> FindAsync(EventId eventId, string poolId);

    /// <summary>Returns these pools.</summary>
    Task<IReadOnlyList<Pool>> ListAsync(EventId eventId, IReadOnlyCollection<string> poolIds);

    /// <summary>Returns the pools whose teams come from other pools.</summary>
    Task<IReadOnlyList<Pool>> PlacedAsync(EventId eventId);

    /// <summary>Returns the divisions of pools by id.</summary>
    Task<IReadOnlyDictionary<int, Division>> DivisionsAsync(EventId eventId, IReadOnlyCollection<Pool> ofPools);

    /// <summary>Returns the names of the teams of pools by id.</summary>
    Task<IReadOnlyDictionary<int, string>> TeamNamesAsync(EventId eventId, IReadOnlyCollection<Pool> ofPools);

    /// <summary>Returns the matches that count for these pools.</summary>
    Task<IReadOnlyList<Match>> MatchesAsync(EventId eventId, IReadOnlyCollection<string> poolIds);

    /// <summary>Returns the matches of these ties.</summary>
    Task<IReadOnlyList<Match>> LegsAsync(EventId eventId, IReadOnlyCollection<string> ties);

    /// <summary>Returns the matches with a side that comes from another match, or from a pool.</summary>
    Task<IReadOnlyList<Match>> DependentMatchesAsync(EventId eventId);
}
