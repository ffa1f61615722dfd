namespace LiveFeed.Domain.Privacy;

/// <summary>Reads of everything that is stored of a user.</summary>
public interface IOwnDataReads
{
    /// <summary>
    /// Returns the members of <see cref="OwnDataView"/> after the account, by name and in order. Each is read while it is enumerated, some rows at a time, so that no more
    /// is in memory.
    /// </summary>
    IEnumerable<(string Name, IAsyncEnumerable<object> Items)> ReadLists(UserId userId, string? currentSession);
}
