using System.Diagnostics;
using System.Globalization;
using LiveFeed.IntegrationTests.Support;
using Xunit.Abstractions;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>
/// In 768 MB, clients that request the largest responses there are and read nothing leave another event's writes, streams and polls as they
/// are. The test's output has their times before and during the attack.
/// </summary>
public sealed class HeapLimitTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int HeapLimit = 768 * 1024 * 1024;

    // A poll of such an event is some 3.6 MB, and a schedule may have no more matches.
    private const int Matches = 10_000;

    private const int Rounds = 40;

    private static readonly object Largest = new
    {
        divisions = new[] { new { id = 1, name = "One" } },
        teams = Enumerable.Range(1, 100).Select(id => new { id, name = $"Team {id} of the largest event", divisionId = 1 }),
        matches = Enumerable.Range(1, Matches).Select(id => new
        {
            id,
            divisionId = 1,
            team1Id = 1 + (id % 100),
            team2Id = 1 + ((id + 1) % 100),
            startsAt = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(id),
        }),
    };

    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
    private ServerProcess server = null!;
    private ApiUser admin = null!;
    private int points;

    public async Task InitializeAsync()
    {
        var environment = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("x", CultureInfo.InvariantCulture) };
        server = await ServerProcess.StartAsync(data, environment);
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("big");
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/big/schedule", Largest));
        await admin.CreateEventAsync("other");
        await admin.ClaimAsync("other", 1);
    }

    public Task DisposeAsync()
    {
        server.Dispose();
        Directory.Delete(data, true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("/api/events/big/feed", 3_000)]
    [InlineData("/api/events/big/stream?divisions=1,{0}", 3_000)]
    public async Task Clients_that_read_nothing_of_the_largest_responses_leave_another_event_as_it_is(string path, int clients)
    {
        await MeasureAsync();
        var before = await MeasureAsync();
        var attackers = new List<RawClient>();
        try
        {
            for (var i = 0; i < clients; i++)
                attackers.Add(await RawClient.GetAsync(server.Address, path.Replace("{0}", $"{i + 5}", StringComparison.Ordinal), receiveBuffer: 4_096));
            await Task.WhenAll(attackers.Select(client => client.UntilAsync("HTTP/1.1 200")));

            var during = await MeasureAsync();
            foreach (var (what, p95) in during)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {p95:0.0} ms, before {before[what]:0.0} ms (p95 of {Rounds}); {server.Memory / 1_000_000} MB"));
        }
        finally
        {
            attackers.ForEach(client => client.Dispose());
        }

        await MeasureAsync();
    }

    /// <summary>Posts, reads the stream and a new one, and polls, as often as there are rounds.</summary>
    /// <returns>The 95th percentile of each, in milliseconds.</returns>
    private async Task<Dictionary<string, double>> MeasureAsync()
    {
        var times = new Dictionary<string, List<double>>();
        await using var stream = await StreamClient.OpenAsync(admin.Http, "/api/events/other/stream");
        await stream.NextAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await TimedAsync("score to stream", async () =>
            {
                await Expect.SuccessAsync(await admin.ScoreAsync("other", 1, ++points, 0));
                Assert.Equal("score-update", (await stream.NextAsync())!.Kind);
            });
            await TimedAsync("new stream", async () =>
            {
                await using var another = await StreamClient.OpenAsync(admin.Http, "/api/events/other/stream");
                Assert.Equal("snapshot", (await another.NextAsync())!.Kind);
            });
            await TimedAsync("poll", async () => await Expect.SuccessAsync(await admin.Http.GetAsync("/api/events/other/feed")));
        }

        return times.ToDictionary(time => time.Key, time => time.Value.Order().ElementAt(Rounds * 95 / 100));

        async Task TimedAsync(string what, Func<Task> work)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            if (!times.TryGetValue(what, out var all))
                times[what] = all = [];
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
