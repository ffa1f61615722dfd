namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// Numbers names in the order in which a file first has them. Names that differ only in case, blanks or the form of their characters are one,
/// shown as it is written first.
/// </summary>
/// <typeparam name="TScope">What the name belongs to.</typeparam>
internal sealed class NameNumbers<TScope>
{
    private readonly Dictionary<(TScope Scope, string Key), int> ids = [];
    private readonly List<(TScope Scope, string Name, int? Line)> names = [];
    private readonly Dictionary<string, (string First, int? Line)> otherSpellings = [];

    /// <summary>All names with their scopes; the id of each is its position, from 1.</summary>
    public IReadOnlyList<(TScope Scope, string Name, int? Line)> All => names;

    /// <summary>Spellings that were read as another one, with that one and the line.</summary>
    public IEnumerable<(string Spelling, string Name, int? Line)> OtherSpellings => otherSpellings.Select(other => (other.Key, other.Value.First, other.Value.Line));

    /// <summary>Returns the name's id; null if it isn't known.</summary>
    public int? Find(TScope scope, string name) => ids.TryGetValue((scope, NameKey.Of(name)), out var id) ? id : null;

    /// <summary>Returns the name's id, whatever it belongs to; null if it isn't known, or belongs to several.</summary>
    public int? FindAnywhere(string name)
    {
        var key = NameKey.Of(name);
        return names.Index().Where(known => NameKey.Of(known.Item.Name) == key).Take(2).Select(known => known.Index + 1).ToList() is [var only] ? only : null;
    }

    /// <summary>Returns the name's id, and adds the name if it is new.</summary>
    public int Add(TScope scope, string name, int? line = null)
    {
        var key = (scope, NameKey.Of(name));
        if (!ids.TryGetValue(key, out var id))
        {
            names.Add((scope, name, line));
            ids[key] = id = names.Count;
        }
        else if (names[id - 1].Name is var first && first != name)
        {
            otherSpellings.TryAdd(name, (first, line));
        }

        return id;
    }
}
