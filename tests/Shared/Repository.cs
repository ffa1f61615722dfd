namespace LiveFeed.Testing;

/// <summary>The folder of this repository, for tests of its files.</summary>
public static class Repository
{
    public static string Folder { get; } = Find();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LiveFeed.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
