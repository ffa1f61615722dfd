namespace LiveFeed.Testing;

/// <summary>
/// A test of files that are not part of this repository. It is visibly skipped if they are absent. They are looked for in the folder that
/// LIVEFEED_TEST_DATA names, else in a folder <c>shared/data</c> beside or above the repository.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public const string FolderVariable = "LIVEFEED_TEST_DATA";

    public DataFactAttribute(params string[] files)
    {
        var missing = files.Where(file => Find(file) is null).ToList();
        if (missing.Count == 0)
            return;
        var names = string.Join(", ", missing);
        Skip = $"{names} not found: set {FolderVariable} to its folder, or put it into shared/data beside the repository";
    }

    /// <summary>Returns the path of a file that a fact requires.</summary>
    public static string PathOf(string file) => Find(file) ?? throw new FileNotFoundException($"Name {file} in the test's [DataFact].");

    private static string? Find(string file) => Folders().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named)
            yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "data");
    }
}
