using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A backup that is put back, and then takes another course: readers of before must not get entries of a history that isn't theirs.</summary>
public sealed class RestoredDatabaseTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
    private readonly string backup = Directory.CreateTempSubdirectory("livefeed-test-").FullName;

    public void Dispose()
    {
        Directory.Delete(data, true);
        Directory.Delete(backup, true);
    }

    [SqliteTheory]
    [InlineData(4_096)]
    [InlineData(16)]
    public async Task A_cursor_of_another_history_is_noticed_although_the_log_has_grown_past_it(int memoryEntries)
    {
        var memory = $"Feed:MemoryEntries={memoryEntries}";
        string shared;
        await using (var first = await LiveFeedServer.OverAsync(data, memory))
        {
            var admin = await first.AdminAsync();
            await admin.CreateEventAsync("cup", matches: 4);
            await admin.ClaimAsync("cup", 1);
            shared = await WriteAsync(admin, 20);
        }

        Copy(data, backup);
        string lost;
        await using (var second = await LiveFeedServer.OverAsync(data, memory))
            lost = await WriteAsync(await second.AdminAsync(), 20);

        Copy(backup, data);
        await using var restored = await LiveFeedServer.OverAsync(data, memory);
        var owner = await restored.AdminAsync();
        await WriteAsync(owner, 60);

        foreach (var (cursor, reset) in new[] { (lost, "other-history"), (shared, null), (lost[..lost.LastIndexOf('.')], null) })
        {
            var page = await owner.GetAsync($"/api/events/cup/feed?after={cursor}");
            Assert.Equal(reset, page.TryGetProperty("reset", out var why) ? why.GetString() : null);
            await using var stream = await StreamClient.OpenAsync(restored.Http, "/api/events/cup/stream", cursor);
            var next = (await stream.NextAsync())!;
            Assert.Equal(reset, next.Data.TryGetProperty("reset", out why) ? why.GetString() : null);
            Assert.Equal(reset is null ? "score-update" : "snapshot", next.Kind);
        }

        Assert.Equal(304, (int)(await PollAsync(restored, (await owner.GetAsync("/api/events/cup/feed")).GetProperty("cursor").GetString()!)).StatusCode);
    }

    private static async Task<HttpResponseMessage> PollAsync(LiveFeedServer server, string cursor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events/cup/feed");
        request.Headers.Add("If-None-Match", $"\"{cursor}\"");
        return await server.Http.SendAsync(request);
    }

    private static async Task<string> WriteAsync(ApiUser admin, int count)
    {
        for (var points = 0; points < count; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        JsonElement feed = await admin.GetAsync("/api/events/cup/feed");
        return feed.GetProperty("cursor").GetString()!;
    }

    private static void Copy(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        foreach (var old in Directory.GetFiles(to))
            File.Delete(old);
        foreach (var file in Directory.GetFiles(from, "livefeed.db*").Where(file => !file.EndsWith(".used", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
