namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Whatever happens to Redis, no entry is lost or doubled for any reader, and all is well again by itself (invariant 5).</summary>
public sealed class RedisFaultTests
{
    [ClusterFact]
    public async Task Redis_is_killed_and_comes_back()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            await bench.Redis.KillAsync();
            await LostAsync(bench);
            await bench.Redis.StartAgainAsync();
            await bench.HealthyAsync();
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    [ClusterFact]
    public async Task Redis_is_frozen()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            await bench.Redis.FreezeAsync();
            await LostAsync(bench);
            await bench.Redis.ThawAsync();
            await bench.HealthyAsync();
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    [ClusterFact]
    public async Task Redis_is_not_there_at_the_start()
    {
        await using var bench = await FaultBench.StartAsync(2, RedisServer.NotStarted());
        await bench.RunAsync(async () =>
        {
            await bench.Redis.StartAgainAsync();
            await bench.HealthyAsync();
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    [LongClusterFact]
    public async Task Redis_is_flushed_and_out_of_memory()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            Assert.Equal("+OK", await bench.Redis.RunAsync("FLUSHALL"));
            Assert.Equal("+OK", await bench.Redis.RunAsync("CONFIG SET maxmemory 1"));
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    /// <summary>Waits until both instances have noticed.</summary>
    private static async Task LostAsync(FaultBench bench)
    {
        foreach (var server in bench.Servers)
        {
            using var http = FaultBench.ClientOf(server);
            await Eventually.TrueAsync(async () => await Instances.RedisAsync(http) is { } text && text.StartsWith("Redis is away", StringComparison.Ordinal));
        }
    }
}
