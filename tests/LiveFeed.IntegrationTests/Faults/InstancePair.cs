namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Two servers over one database, with one Redis, in this process.</summary>
internal sealed class InstancePair : IAsyncDisposable
{
    /// <summary>Settings with which a busy machine never makes a server take Redis for slow.</summary>
    public static readonly string[] Patient = ["Redis:Timeout=00:00:10", "Redis:Lease=00:01:00", "Redis:TokensHeld=00:01:00"];

    /// <summary>Settings with which an instance runs hardly any script but for requests.</summary>
    public static readonly string[] Silent = ["Redis:HeartbeatEvery=00:00:10", "Redis:SilentAfter=00:00:30", .. Patient];

    private InstancePair(RedisServer redis, LiveFeedServer first, LiveFeedServer second) => (Redis, First, Second) = (redis, first, second);

    public RedisServer Redis { get; }

    public LiveFeedServer First { get; }

    public LiveFeedServer Second { get; }

    public static Task<InstancePair> StartAsync(params string[] settings) => StartAsync(null, null, settings);

    /// <param name="first">The clock of the first; null for the real one.</param>
    /// <param name="second">The clock of the second; null for the real one.</param>
    /// <param name="settings">The settings of both.</param>
    public static async Task<InstancePair> StartAsync(TimeProvider? first, TimeProvider? second, params string[] settings)
    {
        var pair = await OverAsync(await RedisServer.StartAsync(), first, second, settings);
        await pair.SharedAsync();
        return pair;
    }

    /// <param name="redis">A Redis that need not run yet.</param>
    /// <param name="settings">The settings of both.</param>
    public static Task<InstancePair> OverAsync(RedisServer redis, params string[] settings) => OverAsync(redis, null, null, settings);

    private static async Task<InstancePair> OverAsync(RedisServer redis, TimeProvider? firstTime, TimeProvider? secondTime, string[] settings)
    {
        string[] all = [redis.Setting, .. settings];
        var first = await LiveFeedServer.StartAsync(firstTime, null, all);
        return new InstancePair(redis, first, await LiveFeedServer.StartAsync(secondTime, first.DataDirectory, all));
    }

    /// <summary>Waits until both share their limits.</summary>
    public Task SharedAsync() => LimitAsync(locally: false);

    /// <summary>Waits until each limits by itself.</summary>
    public Task LocalAsync() => LimitAsync(locally: true);

    /// <summary>How many requests have waited for Redis in vain.</summary>
    public async Task<double> FailuresAsync() =>
        (await Scrape.ValueAsync(First.Http, "livefeed_limits_failures_total") ?? 0) + (await Scrape.ValueAsync(Second.Http, "livefeed_limits_failures_total") ?? 0);

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private async Task LimitAsync(bool locally)
    {
        foreach (var server in new[] { First, Second })
            await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_limits_local") == (locally ? 1 : 0), locally ? "An instance still shares its limits." : "An instance still limits by itself.");
    }
}
