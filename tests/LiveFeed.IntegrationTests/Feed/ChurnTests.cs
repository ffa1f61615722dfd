namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Invariant 9: after any number of readers have come and gone, memory returns to its level.</summary>
public sealed class ChurnTests
{
    private const int AtOnce = 50;

    [Fact]
    public async Task Readers_that_come_and_go_leave_nothing_behind()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        using (var server = await ServerProcess.StartAsync(data.FullName, ServerProcess.EagerCollector))
        {
            var admin = await server.AdminAsync();
            await admin.CreateEventAsync("cup");
            using var http = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = server.Address };
            await ChurnAsync(http, 4_000);
            var before = server.Memory;
            await ChurnAsync(http, 10_000);
            var grown = server.Memory - before;

            await Eventually.TrueAsync(async () => await Scrape.ValueAsync(http, "livefeed_streams_open") == 0);
            // An open stream costs about 8 KB, so ten thousand that stayed open would cost eighty MB.
            Assert.True(grown < 30_000_000, $"10,000 readers that came and went left {grown / 1e6:F1} MB.");
        }

        data.Delete(true);
    }

    /// <summary>Opens streams, each with a filter of its own, reads the snapshot, and disconnects.</summary>
    private static async Task ChurnAsync(HttpClient http, int count)
    {
        for (var done = 0; done < count; done += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async i =>
            {
                await using var stream = await StreamClient.OpenAsync(http, $"/api/events/cup/stream?matches={i % 7}");
                Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
            }));
        }
    }
}
