namespace LiveFeed.Domain.Standings;

/// <summary>What follows from results is kept here: pools, and matches whose sides come from others.</summary>
public interface IPoolStore
{
    /// <summary>Returns all pools of an event.</summary>
    Task<IReadOnlyList<Pool>> ListAsync(EventId eventId);

    /// <summary>Returns these pools.</summary>
    Task<IReadOnlyList<Pool>> ListAsync(EventId eventId, IReadOnlyCollection<string> poolIds);

    /// <summary>Returns a pool's division.</summary>
    Task<Division> DivisionAsync(Pool pool);

    /// <summary>Returns the names of a pool's teams.</summary>
    Task<IReadOnlyDictionary<int, string>> TeamNamesAsync(Pool pool);

    Task<Pool?> FindAsync(EventId eventId, string poolId);

    /// <summary>Returns the matches that count for a pool.</summary>
    Task<IReadOnlyList<Match>> MatchesAsync(EventId eventId, string poolId);

    /// <summary>Returns the matches of these ties.</summary>
    Task<IReadOnlyList<Match>> LegsAsync(EventId eventId, IReadOnlyCollection<string> ties);

    /// <summary>Returns the ids of all ties of an event.</summary>
    Task<IReadOnlyList<string>> TiesAsync(EventId eventId);

    /// <summary>Returns the matches with a side that comes from another match, or from a pool.</summary>
    Task<IReadOnlyList<Match>> DependentMatchesAsync(EventId eventId);
}
