using System.Globalization;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>The seam between history and live entries: readers join at every moment of a running feed.</summary>
public sealed class SeamTests
{
    [Theory]
    [InlineData("Feed:UseIoUring=true")]
    [InlineData("Feed:UseIoUring=false")]
    [InlineData("Streams:UseSocketTakeover=false")]
    public async Task Readers_that_join_while_it_is_written_miss_nothing_and_get_nothing_twice(string way)
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=64", "Feed:HistoryPageSize=16", way);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 4);
        for (var match = 1; match <= 4; match++)
            await admin.ClaimAsync("cup", match);
        var epoch = (await LogProbe.ReadAsync(server.Http, "cup")).Epoch;

        long? end = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var http = server.Client();
        var writing = Task.WhenAll(Enumerable.Range(1, 4).Select(async match =>
        {
            for (var i = 1; i <= 60; i++)
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, i, 0));
        }));
        var joined = new List<(long From, Task<List<StreamItem>> Read)>();
        var random = new Random(7);
        while (!writing.IsCompleted && joined.Count < 200)
        {
            // From the log's first entry, from an entry that is only in the database, from the middle of the memory, from the head.
            var head = (await admin.GetAsync("/api/events/cup/feed")).GetProperty("cursor").GetString()!;
            var from = random.NextInt64(0, long.Parse(head.Split('.')[1], CultureInfo.InvariantCulture) + 1);
            joined.Add((from, ReadAsync(http, $"{epoch}.{from}", () => end, over.Token)));
        }

        await writing;
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        end = log.Head;
        // One more entry ends the wait of the readers at the head.
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "The end" }));
        var without = 0;
        foreach (var (from, read) in joined)
        {
            var (position, resets) = (from, 0);
            foreach (var item in (await read).Where(item => item.Sequence <= log.Head))
            {
                if (item.Kind == "snapshot")
                {
                    // On a busy machine a reader may fall behind the small memory. A reset then reports it.
                    Assert.Equal("lagging", item.Data.GetProperty("reset").GetString());
                    Assert.True(item.Sequence > position);
                    resets++;
                }
                else
                {
                    Assert.Equal(position + 1, item.Sequence);
                    Assert.Equal(log.Entries[item.Sequence].GetRawText(), item.Data.GetRawText());
                }

                position = item.Sequence;
            }

            Assert.Equal(log.Head, position);
            without += resets == 0 ? 1 : 0;
        }

        Assert.True(without > 10, "Too few readers came through without a reset: this run shows nothing.");
    }

    private static async Task<List<StreamItem>> ReadAsync(HttpClient http, string cursor, Func<long?> end, CancellationToken over)
    {
        await using var stream = await StreamClient.OpenAsync(http, "/api/events/cup/stream", cursor);
        var seen = new List<StreamItem>();
        while (end() is not { } last || seen.Count == 0 || seen[^1].Sequence <= last)
        {
            over.ThrowIfCancellationRequested();
            seen.Add((await stream.NextAsync())!);
        }

        return seen;
    }
}
