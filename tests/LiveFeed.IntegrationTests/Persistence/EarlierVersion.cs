using System.IO.Compression;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>The data that an earlier version left on a disk, and its responses; see Data/README.md.</summary>
internal sealed class EarlierVersion
{
    private readonly string file;
    private readonly JsonElement recorded;

    public EarlierVersion(string name)
    {
        file = PathOf($"{name}.db.gz");
        recorded = JsonDocument.Parse(File.ReadAllBytes(PathOf($"{name}.json"))).RootElement;
    }

    /// <summary>
    /// The clock, going on from the time of the recording, so that claims and tokens have as much time left as they had then.
    /// </summary>
    public TimeProvider Time => new ShiftedTime(recorded.GetProperty("madeAt").GetDateTimeOffset().AddSeconds(30));

    /// <summary>A position in the feed of the event cup, with entries after it.</summary>
    public string EarlierCursor => Text("earlierCursor");

    public string RefreshToken => Text("refreshToken");

    /// <summary>The access token of the user who sent the update.</summary>
    public string AccessToken => Text("accessToken");

    /// <summary>A score that was sent to the event cup, with an id chosen by the client.</summary>
    public JsonElement Update => recorded.GetProperty("update");

    public JsonElement Response => recorded.GetProperty("response");

    public IEnumerable<RecordedRead> Reads => recorded.GetProperty("reads").EnumerateArray().Select(read => new RecordedRead(
        read.GetProperty("who").GetString()!, read.GetProperty("path").GetString()!, read.GetProperty("status").GetInt32(), read.GetProperty("body")));

    public void UnpackTo(string databaseFile)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var unpacked = File.Create(databaseFile);
        packed.CopyTo(unpacked);
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Persistence", "Data", name);

    private string Text(string name) => recorded.GetProperty(name).GetString()!;

    private sealed class ShiftedTime(DateTimeOffset now) : TimeProvider
    {
        private readonly long started = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => now + System.GetElapsedTime(started);
    }
}

/// <param name="Who">The account; empty for nobody.</param>
/// <param name="Path">The path that was read.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Body">The body of the response; of a problem only the code.</param>
internal sealed record RecordedRead(string Who, string Path, int Status, JsonElement Body);
