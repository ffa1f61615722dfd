namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// What the commands of one transaction have looked up by key, found or not. A row is read once however many of them ask, and they all
/// see what the others have added or removed and not yet written.
/// </summary>
internal sealed class Lookups
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

    /// <summary>The rows that were found, and for the keys that were asked for and not found, that there is none.</summary>
    public void PutAll<T>(IEnumerable<object> keys, IEnumerable<T> rows, Func<T, object> keyOf)
        where T : class
    {
        foreach (var key in keys)
            known[(typeof(T), key)] = null;
        foreach (var row in rows)
            known[(typeof(T), keyOf(row))] = row;
    }
}
