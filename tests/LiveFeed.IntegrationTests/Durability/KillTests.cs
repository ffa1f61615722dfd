using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>
/// Invariant 6: an acknowledged write survives kill -9. (synchronous=FULL protects against a power cut; no test here pulls a plug.)
/// </summary>
public sealed class KillTests
{
    private const int Writers = 50;

    [Fact]
    public async Task Kill_9_under_load_loses_no_acknowledged_write_and_leaves_no_hole()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        var acknowledged = new ConcurrentDictionary<string, int>();
        using (var process = await ServerProcess.StartAsync(data.FullName))
        {
            var admin = await process.AdminAsync();
            await admin.CreateEventAsync("cup", Writers);
            for (var match = 1; match <= Writers; match++)
                await admin.ClaimAsync("cup", match);

            var writing = Enumerable.Range(1, Writers).Select(match => WriteUntilKilledAsync(admin, match, acknowledged)).ToList();
            await Eventually.TrueAsync(() => Task.FromResult(acknowledged.Count > 1_000), "Too few writes were acknowledged.");
            process.Kill();
            await Task.WhenAll(writing);
        }

        await using var server = await LiveFeedServer.OverAsync(data.FullName);
        var log = await Feed.LogProbe.ReadAsync(server.Http, "cup");
        var stored = log.Entries.Values.Where(entry => entry.GetProperty("type").GetString() == "score-update")
            .ToDictionary(entry => entry.GetProperty("clientUpdateId").GetString()!, entry => entry.GetProperty("version").GetInt32());
        foreach (var (id, version) in acknowledged)
            Assert.True(stored.TryGetValue(id, out var found) && found == version, $"Update {id}, acknowledged as version {version}, is lost.");

        for (var match = 1; match <= Writers; match++)
        {
            var history = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/scores/{match}/history?limit=1000");
            var versions = history.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("version").GetInt32()).ToList();
            Assert.Equal(Enumerable.Range(1, versions.Count).Reverse(), versions);
            Assert.Equal(stored.Values.Count == 0 ? 0 : stored.Keys.Count(id => id.StartsWith($"{match}-", StringComparison.Ordinal)), versions.Count);
        }

        await server.DisposeAsync();
        data.Delete(true);
    }

    private static async Task WriteUntilKilledAsync(ApiUser admin, int match, ConcurrentDictionary<string, int> acknowledged)
    {
        try
        {
            for (var i = 1; ; i++)
            {
                var id = $"{match}-{i}";
                var score = await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, i % 900, 0, clientUpdateId: id));
                acknowledged[id] = score.GetProperty("version").GetInt32();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The server is gone. A write without a response may be stored or not.
        }
    }
}
