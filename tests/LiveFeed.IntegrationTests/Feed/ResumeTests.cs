namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Invariant 3: every entry after the cursor, once, in order; or an explicit reset with a snapshot.</summary>
public sealed class ResumeTests
{
    private const int Matches = 6;

    [Theory]
    [InlineData(1, "Feed:UseIoUring=true")]
    [InlineData(2, "Feed:UseIoUring=true")]
    [InlineData(3, "Feed:UseIoUring=false")]
    [InlineData(4, "Streams:UseSocketTakeover=false")]
    public async Task Whatever_is_cut_and_restarted_each_reader_gets_the_log(int seed, string way)
    {
        // A small memory, so that resumes are served from the memory, from the database, and across the seam between them.
        await using var server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=64", "Feed:HistoryPageSize=16", way);
        var random = new Random(seed);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        for (var match = 1; match <= Matches; match++)
            await admin.ClaimAsync("cup", match);

        long? end = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var readers = Enumerable.Range(0, 12)
            .Select(i => new RecordingReader(server.Client(), "/api/events/cup/stream", new Random((seed * 100) + i), i % 4 * 0.03))
            .ToList();
        var reading = readers.Select(reader => Task.Run(() => reader.RunAsync(() => end, over.Token))).ToList();

        await WriteAsync(admin, random, 150);
        await server.RestartAsync();
        await WriteAsync(admin, random, 150);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        end = log.Head;
        await Task.WhenAll(reading);

        Assert.All(readers, reader => reader.HoldAgainst(log));
        Assert.True(readers.Count(reader => reader.Resets == 0) >= readers.Count / 2, "Too many readers were reset: this run shows little.");
        Assert.True(readers.Sum(reader => reader.Connections) > readers.Count * 2, "Nobody was cut: this run shows nothing.");
    }

    /// <summary>Runs several writers at once. Every acknowledged score is there at the end.</summary>
    private static async Task WriteAsync(ApiUser admin, Random random, int count)
    {
        var seeds = Enumerable.Range(1, Matches).Select(match => (Match: match, Random: new Random(random.Next()))).ToList();
        await Task.WhenAll(seeds.Select(async writer =>
        {
            for (var i = 0; i < count / Matches; i++)
            {
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", writer.Match, writer.Random.Next(100), writer.Random.Next(100)));
                if (writer.Random.Next(10) == 0)
                    await Expect.SuccessAsync(await admin.PostAsync($"/api/events/cup/claims/{writer.Match}"));
            }
        }));
    }
}
