using System.CommandLine;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>Options whose value is a list of names, separated by commas.</summary>
internal static class Names
{
    /// <summary>Rejects names that there are not.</summary>
    public static void MustName(Option<string> option, IEnumerable<string> known) => option.Validators.Add(given =>
    {
        foreach (var unknown in Split(given.GetValue(option)).Except(known))
            given.AddError($"{option.Name} has no {unknown}; there are {string.Join(", ", known)}.");
    });

    /// <summary>Returns the named items, or all if none is named, always in our order.</summary>
    public static IReadOnlyList<T> Chosen<T>(string? names, IReadOnlyList<T> all, Func<T, string> name)
    {
        var wanted = Split(names);
        return wanted.Count == 0 ? all : [.. all.Where(one => wanted.Contains(name(one)))];
    }

    private static List<string> Split(string? names) =>
        [.. (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
