using System.Globalization;

namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>Two instances that keep their addresses, over a PostgreSQL and a Redis of their own, and the variables by which a drill finds and changes them.</summary>
public sealed class DrillBench : IAsyncLifetime
{
    public const string SigningKey = "a-signing-key-of-the-tests-and-of-nobody-else";

    private static readonly string[] Settings =
    [
        "RateLimits:Enabled=true",
        // Over a shorter time than usual, because some drills restart every instance several times.
        "Feed:DrainSpread=00:00:00.5",
        // So that a busy machine never looks like a Redis that is away.
        "Redis:Timeout=00:00:02", "Redis:SilentAfter=00:00:03", "Redis:Lease=00:00:06",
    ];

    private readonly Dictionary<int, int> ports = [];
    private readonly Dictionary<int, ServerProcess> servers = [];
    private readonly Func<PostgresCluster, string, Task<string[]>> prepare;
    private FaultBench? bench;
    private DrillHooks? hooks;

    public DrillBench()
        : this((_, _) => Task.FromResult<string[]>([]))
    {
    }

    /// <param name="prepare">Gets the database's server and name before the instances start. Returns more settings for them.</param>
    internal DrillBench(Func<PostgresCluster, string, Task<string[]>> prepare) => this.prepare = prepare;

    internal DrillHooks Hooks => hooks!;

    internal PostgresCluster Postgres => bench!.Postgres;

    internal RedisServer Redis => bench!.Redis;

    internal string Database => bench!.Database;

    /// <summary>What drills need to know of it; the fault is up to each.</summary>
    internal Dictionary<string, string> Environment => new()
    {
        ["LIVEFEED_ADMIN_EMAIL"] = LiveFeedServer.AdminEmail,
        ["LIVEFEED_ADMIN_PASSWORD"] = LiveFeedServer.Password,
        ["DRILL_PATIENCE"] = "180",
        ["DRILL_URLS"] = $"{AddressOf(1)} {AddressOf(2)}",
        ["DRILL_INSTANCES"] = $"{AddressOf(1)} {AddressOf(2)}",
    };

    /// <summary>The command that restarts an instance with other settings.</summary>
    internal string Restart => Hooks.Command(async arguments =>
    {
        var number = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var more = await File.ReadAllLinesAsync(arguments[1]);
        await StopAsync(number);
        await StartAsync(number, [.. more.Select(setting => setting.Replace("LiveFeed__", "", StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal))]);
        return "";
    });

    public async Task InitializeAsync()
    {
        if (new ClusterFactAttribute().Skip is not null)
            return;
        hooks = new DrillHooks();
        bench = await FaultBench.StartAsync(0, settings: Settings);
        var more = await prepare(Postgres, Database);
        await StartAsync(1, more);
        await StartAsync(2, more);
    }

    public async Task DisposeAsync()
    {
        if (bench is not null)
            await bench.DisposeAsync();
        if (hooks is not null)
            await hooks.DisposeAsync();
    }

    /// <summary>Returns the address of an instance, which need not run.</summary>
    internal string AddressOf(int number)
    {
        if (!ports.TryGetValue(number, out var port))
            ports.Add(number, port = LocalPort.FindFree());
        return $"http://127.0.0.1:{port}";
    }

    /// <param name="number">The instance.</param>
    /// <param name="more">Settings besides those that all have.</param>
    internal async Task StartAsync(int number, params string[] more) =>
        servers[number] = await bench!.AddAsync([], [$"/urls={AddressOf(number)}", .. more]);

    /// <summary>SIGTERM.</summary>
    internal Task StopAsync(int number) => bench!.RemoveAsync(servers[number], servers[number].StopAsync);

    /// <summary>SIGKILL.</summary>
    internal Task KillAsync(int number) => bench!.RemoveAsync(servers[number], () =>
    {
        servers[number].Kill();
        return Task.CompletedTask;
    });
}
