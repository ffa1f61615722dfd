namespace LiveFeed.IntegrationTests.Faults;

/// <summary>The network between one instance and Redis or the database carries one direction only.</summary>
public sealed class NetworkFaultTests
{
    [LongClusterFact]
    public Task An_instance_hears_nothing_from_Redis() => HoldUpAsync(proxy => proxy.ToClient, "Redis is away", other: "ok");

    // The others can't know what it writes, unless they notice its silence.
    [LongClusterFact]
    public Task An_instance_can_send_nothing_to_Redis() => HoldUpAsync(proxy => proxy.ToServer, "Redis is away", other: "Another instance can't be heard");

    [LongClusterFact]
    public async Task An_instance_gets_no_responses_from_the_database()
    {
        await using var bench = await FaultBench.StartAsync(1, settings: ["Database:MaxWriteWait=00:00:03", "Database:RetryFor=00:00:03"]);
        await using var proxy = new OneWayProxy(bench.Postgres.Port);
        var behind = await bench.AddAsync([], $"Database:ConnectionString={bench.Postgres.ConnectionString(bench.Database, proxy.Port)}");
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            proxy.ToClient.Close();
            using var http = FaultBench.ClientOf(behind);
            await Eventually.TrueAsync(async () => (int)(await http.GetAsync("/health/writes")).StatusCode == 503);
            Assert.Equal(200, (int)(await http.GetAsync("/health/ready")).StatusCode);
            proxy.ToClient.Open();
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    private static async Task HoldUpAsync(Func<OneWayProxy, OneWayProxy.Gate> direction, string there, string other)
    {
        await using var bench = await FaultBench.StartAsync(1);
        await using var proxy = new OneWayProxy(bench.Redis.Port);
        var behind = await bench.AddAsync([], $"Redis:ConnectionString=127.0.0.1:{proxy.Port}");
        await bench.HealthyAsync();
        using var one = FaultBench.ClientOf(behind);
        using var two = FaultBench.ClientOf(bench.Servers[0]);
        await bench.RunAsync(async () =>
        {
            direction(proxy).Close();
            await SaysAsync(one, there);
            await SaysAsync(two, other);
            direction(proxy).Open();
            await bench.HealthyAsync();
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    private static Task SaysAsync(HttpClient http, string text) =>
        Eventually.TrueAsync(async () => await Instances.RedisAsync(http) is { } said && said.StartsWith(text, StringComparison.Ordinal));
}
