using LiveFeed.Api.Operations;

namespace LiveFeed.Testing;

/// <summary>A SQLite file with the schema of this version and no rows. To copy it takes a fraction of the time that its migrations take.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<byte[]>> Content = new(CreateAsync);

    /// <summary>Puts a copy into a data folder, as its database.</summary>
    public static async Task CopyToAsync(string data) => await File.WriteAllBytesAsync(Path.Combine(data, "livefeed.db"), await Content.Value);

    private static async Task<byte[]> CreateAsync()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        try
        {
            string[] settings = ["--environment=Production", $"--LiveFeed:DataDirectory={data}", "--Logging:LogLevel:Default=Warning"];
            if (await MigrateCommand.Create().Parse(settings).InvokeAsync() is not 0 and var code)
                throw new InvalidOperationException($"The template of the tests' databases can't be created: livefeed migrate returned {code}.");
            return await File.ReadAllBytesAsync(Path.Combine(data, "livefeed.db"));
        }
        finally
        {
            Directory.Delete(data, true);
        }
    }
}
