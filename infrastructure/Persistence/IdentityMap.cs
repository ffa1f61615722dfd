namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The rows that the commands of one transaction have looked up by key, found or not. A row is read once, however many commands look it up.
/// They all see what the others have added or removed and not yet written.
/// </summary>
internal sealed class IdentityMap
{
    private readonly Dictionary<(Type, object), object?> known = [];

    public bool TryGet<T>(object key, out T? found)
        where T : class
    {
        var isKnown = known.TryGetValue((typeof(T), key), out var row);
        found = row as T;
        return isKnown;
    }

    public void Put<T>(object key, T? row)
        where T : class => known[(typeof(T), key)] = row;

    /// <summary>Stores the rows that were found. For the keys that were looked up and not found, stores that there is no row.</summary>
    public void PutAll<T>(IEnumerable<object> keys, IEnumerable<T> rows, Func<T, object> keyOf)
        where T : class
    {
        foreach (var key in keys)
            known[(typeof(T), key)] = null;
        foreach (var row in rows)
            known[(typeof(T), keyOf(row))] = row;
    }
}
