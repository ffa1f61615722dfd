using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Limits of open streams over two instances that share a Redis.</summary>
public sealed class SharedStreamLimitTests
{
    private const string Path = "/api/events/cup/stream";

    [RedisTheory]
    [InlineData("MaxPerUser", "user")]
    [InlineData("MaxPerAddress", "address")]
    [InlineData("MaxPerEvent", "event")]
    public async Task A_limit_is_that_of_all_instances_together(string setting, string named)
    {
        await using var pair = await InstancePair.StartAsync([$"Streams:{setting}=3", .. InstancePair.Patient]);
        var (first, second, _) = await UserAsync(pair);
        await using var one = await StreamClient.OpenAsync(first, Path);
        await using var two = await StreamClient.OpenAsync(first, Path);
        await using (await StreamClient.OpenAsync(second, Path))
        {
            foreach (var instance in new[] { first, second })
            {
                var problem = await Expect.ProblemAsync(await instance.GetAsync(Path), 429, "too_many_streams");
                Assert.Contains($"for this {named}", problem.Text("detail"), StringComparison.Ordinal);
                // A poll that waits takes a place too.
                await Expect.ProblemAsync(await instance.GetAsync("/api/events/cup/feed?wait=1"), 429, "too_many_streams");
            }
        }

        // Its place is free for either, once.
        await using var three = await OpenEventuallyAsync(first);
        await Expect.ProblemAsync(await second.GetAsync(Path), 429, "too_many_streams");
    }

    [RedisFact]
    public async Task The_limit_of_an_instance_is_its_own()
    {
        await using var pair = await InstancePair.StartAsync(["Streams:MaxPerInstance=1", .. InstancePair.Patient]);
        var (first, second, _) = await UserAsync(pair);
        await using var one = await StreamClient.OpenAsync(first, Path);
        await using var two = await StreamClient.OpenAsync(second, Path);
        foreach (var instance in new[] { first, second })
            await Expect.ProblemAsync(await instance.GetAsync(Path), 429, "too_many_streams");
    }

    [RedisFact]
    public async Task Many_who_come_and_go_at_once_on_both_instances_leave_no_place_taken()
    {
        await using var pair = await InstancePair.StartAsync(["Streams:MaxPerUser=5", .. InstancePair.Patient]);
        var (first, second, key) = await UserAsync(pair);
        for (var round = 0; round < 5; round++)
        {
            var opened = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => TryOpenAsync(i % 2 == 0 ? first : second)));
            Assert.Equal(5, opened.Count(stream => stream is not null));
            foreach (var stream in opened.OfType<StreamClient>())
                await stream.DisposeAsync();
            await Eventually.TrueAsync(async () => await pair.Redis.RunAsync($"EXISTS {key}") == ":0");
        }
    }

    [RedisFact]
    public async Task Of_many_who_wait_for_a_place_one_asks_Redis()
    {
        await using var pair = await InstancePair.StartAsync(InstancePair.Silent);
        var place = new StreamCount("event", "events/cup");
        Assert.True(await CountsOf(pair.First).TryAddAsync(place, 1));
        var scripts = await pair.Redis.ScriptsAsync();

        for (var i = 0; i < 200; i++)
            Assert.False(await CountsOf(pair.Second).TryAddAsync(place, 1));

        Assert.InRange(await pair.Redis.ScriptsAsync() - scripts, 1, 100);
        CountsOf(pair.First).Subtract(place);
        await Eventually.TrueAsync(async () => await CountsOf(pair.Second).TryAddAsync(place, 1));

        static IStreamCounts CountsOf(LiveFeedServer server) => server.Services.GetRequiredService<IStreamCounts>();
    }

    [RedisFact]
    public async Task Places_taken_before_Redis_was_flushed_count_again_soon()
    {
        await using var pair = await InstancePair.StartAsync(["Streams:MaxPerUser=3", .. InstancePair.Patient]);
        var (first, second, key) = await UserAsync(pair);
        await using var one = await StreamClient.OpenAsync(first, Path);
        await using var two = await StreamClient.OpenAsync(first, Path);
        await using var three = await StreamClient.OpenAsync(second, Path);

        Assert.Equal("+OK", await pair.Redis.RunAsync("FLUSHALL"));
        await CountedByBothAsync(pair, key);

        foreach (var instance in new[] { first, second })
            await Expect.ProblemAsync(await instance.GetAsync(Path), 429, "too_many_streams");
    }

    [RedisFact]
    public async Task While_Redis_is_away_each_instance_counts_its_own_and_afterwards_all_count()
    {
        await using var pair = await InstancePair.StartAsync(["Streams:MaxPerUser=3", .. InstancePair.Patient]);
        var (first, second, key) = await UserAsync(pair);
        await using var one = await StreamClient.OpenAsync(first, Path);
        var two = await StreamClient.OpenAsync(first, Path);
        await using var three = await StreamClient.OpenAsync(second, Path);

        await pair.Redis.KillAsync();
        await using var four = await StreamClient.OpenAsync(first, Path);
        await Expect.ProblemAsync(await first.GetAsync(Path), 429, "too_many_streams");
        await using var five = await StreamClient.OpenAsync(second, Path);
        await two.DisposeAsync();
        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(pair.First.Http, "livefeed_streams_open") == 2);

        await pair.Redis.StartAgainAsync();
        await pair.SharedAsync();
        await CountedByBothAsync(pair, key);

        // Two and two.
        foreach (var instance in new[] { first, second })
            await Expect.ProblemAsync(await instance.GetAsync(Path), 429, "too_many_streams");
        await one.DisposeAsync();
        await four.DisposeAsync();
        await using var six = await OpenEventuallyAsync(second);
    }

    [RedisFact]
    public async Task The_places_of_an_instance_that_was_killed_are_free_within_seconds_and_a_reader_who_resumes_waits_for_them()
    {
        await using var redis = await RedisServer.StartAsync();
        // Makes the database.
        await using var other = await LiveFeedServer.StartAsync();
        await (await other.AdminAsync()).CreateEventAsync("cup");
        string[] settings = [redis.Setting, "Streams:MaxPerUser=3", "Streams:OpenWait=00:01:00"];
        using var victim = await ServerProcess.StartAsync(other.DataDirectory, settings);
        using var heir = await ServerProcess.StartAsync(other.DataDirectory, settings);
        var (first, second) = ((await victim.AdminAsync()).Http, (await heir.AdminAsync()).Http);
        foreach (var http in new[] { first, second })
            await Eventually.TrueAsync(async () => await Scrape.ValueAsync(http, "livefeed_limits_local") == 0);
        await using var one = await StreamClient.OpenAsync(first, Path);
        await using var two = await StreamClient.OpenAsync(first, Path);
        await using var three = await StreamClient.OpenAsync(first, Path);
        var cursor = (await three.NextAsync())!.Id;
        await Expect.ProblemAsync(await second.GetAsync(Path), 429, "too_many_streams");

        victim.Kill();
        await Expect.ProblemAsync(await second.GetAsync(Path), 429, "too_many_streams");
        await using var resumed = await StreamClient.OpenAsync(second, Path, cursor);

        // All three are free.
        await using var another = await StreamClient.OpenAsync(second, Path);
        await using var third = await StreamClient.OpenAsync(second, Path);
        await Expect.ProblemAsync(await second.GetAsync(Path), 429, "too_many_streams");
    }

    /// <summary>Creates an event and a user.</summary>
    /// <returns>The user's client of each instance, and the key of the user's streams in Redis.</returns>
    private static async Task<(HttpClient First, HttpClient Second, string Key)> UserAsync(InstancePair pair)
    {
        await (await pair.First.AdminAsync()).CreateEventAsync("cup");
        var user = await pair.First.RegisterAsync("Reader");
        var again = new ApiUser(pair.Second.Client(), user.Id, user.Email, user.AccessToken, user.RefreshToken);
        return (user.Http, again.Http, $"livefeed:{{streams}}:user:{user.Id}");
    }

    /// <summary>Waits until Redis has the counts of both instances.</summary>
    private static Task CountedByBothAsync(InstancePair pair, string key) => Eventually.TrueAsync(async () => await pair.Redis.RunAsync($"HLEN {key}") == ":2");

    private static async Task<StreamClient?> TryOpenAsync(HttpClient http)
    {
        try
        {
            return await StreamClient.OpenAsync(http, Path);
        }
        catch (StreamRejectedException)
        {
            return null;
        }
    }

    private static async Task<StreamClient> OpenEventuallyAsync(HttpClient http)
    {
        StreamClient? stream = null;
        await Eventually.TrueAsync(async () => (stream = await TryOpenAsync(http)) is not null);
        return stream!;
    }
}
