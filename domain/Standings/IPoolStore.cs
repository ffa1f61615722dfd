namespace LiveFeed.Domain.Standings;

/// <summary>What follows from results is kept here: pools, and matches whose sides come from others.</summary>
public interface IPoolStore
{
    Task<IReadOnlyList<Pool>> ListAsync(EventId eventId);

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
