namespace LiveFeed.Testing;

/// <summary>Football files of our own making: one for each shape that openfootball's files have, and a small tournament.</summary>
public static class FootballFiles
{
    /// <summary>A whole tournament with scorers: two groups, semi-finals, and a final that penalties decide.</summary>
    public const string Cup = "cup";

    private static string Folder { get; } = Path.Combine(Repository.Folder, "tests", "Shared", "Files", "Football");

    /// <summary>The names of all files.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Folder, name + ".json");
}
