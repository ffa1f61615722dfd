using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Proxies;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>
/// Several real processes over a PostgreSQL and a Redis of their own, with scorekeepers who write and readers who follow throughout a fault, all of them
/// by way of any instance. Afterwards everything that was acknowledged is in the log once, and each reader has had the whole log once and in order.
/// </summary>
internal sealed class FaultBench : IAsyncDisposable
{
    private const int Matches = 4;
    private const int Streams = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Connecting takes milliseconds. But the first stream of an instance that has just started runs code for the first time, and the machine may have other
    // things to do. That no attempt was in vain is what counts.
    private static readonly TimeSpan BusyMachine = TimeSpan.FromSeconds(20);

    private readonly string data;
    private readonly string[] settings;
    private readonly List<ServerProcess> servers = [];
    // Clients read it at any time.
    private volatile Addresses addresses = new([]);
    private ProxyProcess? proxy;
    private List<PersistentWriter> writers = [];
    private List<Task> writing = [];

    private FaultBench(PostgresCluster postgres, RedisServer redis, string data, string[] settings) =>
        (Postgres, Redis, this.data, this.settings) = (postgres, redis, data, settings);

    public PostgresCluster Postgres { get; }

    public RedisServer Redis { get; }

    /// <summary>The instances that run.</summary>
    public IReadOnlyList<ServerProcess> Servers => servers;

    public string Database { get; private set; } = "";

    /// <summary>How many readers were reset, altogether, in the last run.</summary>
    public int Resets { get; private set; }

    /// <summary>How many connections the streams made in the last run.</summary>
    public int Connections { get; private set; }

    /// <summary>How the streams of the last run came back, which waited for it as browsers do.</summary>
    public IReadOnlyList<Reconnection> Reconnections { get; private set; } = [];

    /// <summary>How many requests of the scorekeepers were repeated in the last run.</summary>
    public int Repeats { get; private set; }

    public static async Task<FaultBench> StartAsync(int instances, RedisServer? redis = null, params string[] settings) =>
        await StartAsync(await PostgresCluster.StartAsync(durable: true), instances, redis, settings);

    /// <param name="postgres">The database server, which ends with the bench.</param>
    /// <param name="instances">How many instances are started.</param>
    /// <param name="redis">Redis; null for one of the bench's own.</param>
    /// <param name="settings">The settings of all instances.</param>
    public static async Task<FaultBench> StartAsync(PostgresCluster postgres, int instances, RedisServer? redis = null, params string[] settings)
    {
        var bench = new FaultBench(
            postgres, redis ?? await RedisServer.StartAsync(), Directory.CreateTempSubdirectory("livefeed-test-").FullName, settings);
        bench.Database = await bench.Postgres.CreateDatabaseAsync();
        for (var i = 0; i < instances; i++)
            await bench.AddAsync();
        return bench;
    }

    /// <summary>Starts another instance.</summary>
    /// <param name="wrapper">A program that replaces itself by the server: its arguments go on with the server's command.</param>
    /// <param name="more">More settings.</param>
    public async Task<ServerProcess> AddAsync(IReadOnlyList<string>? wrapper = null, params string[] more) =>
        Add(await ServerProcess.StartWithinAsync(wrapper ?? [], data, SettingsWith(more)));

    /// <summary>Starts an instance of the version that follows this one.</summary>
    public async Task<ServerProcess> AddNextVersionAsync() => Add(await ServerProcess.StartNextVersionAsync(data, SettingsWith([])));

    /// <summary>Starts an instance that can't start.</summary>
    /// <returns>Its exit code, and what it wrote to standard error.</returns>
    public async Task<(int Code, string Error)> FailAsync()
    {
        var (code, error, _) = await ServerProcess.FailAsync(data, SettingsWith([]));
        return (code, error);
    }

    /// <summary>Ends an instance, and takes it from the balancer afterwards: until then clients find by themselves that it takes no connections.</summary>
    public async Task RemoveAsync(ServerProcess server, Func<Task> end)
    {
        await end();
        addresses = new(addresses.All.Remove(server.Address));
        servers.Remove(server);
        server.Dispose();
    }

    /// <summary>Ends an instance, and starts it again on its port.</summary>
    public async Task<ServerProcess> ReplaceAsync(ServerProcess server, Func<Task> end)
    {
        await RemoveAsync(server, end);
        return await AddAsync([], $"/urls={server.Address}");
    }

    /// <summary>From now on clients go by way of the nginx of deploy, in front of the instances that run now.</summary>
    public async Task<ProxyProcess> PutNginxInFrontAsync() => proxy = await ProxyProcess.StartDeployedNginxAsync([.. addresses.All]);

    /// <summary>A client to one instance.</summary>
    public static HttpClient ClientOf(ServerProcess server) => new() { BaseAddress = server.Address };

    /// <summary>A client whose requests go to the instances in turn, unless nginx is in front.</summary>
    public HttpClient Client(int first = 0) => proxy?.Client() ?? Direct(first);

    public Task HealthyAsync() => Task.WhenAll(servers.Select(async server =>
    {
        using var http = ClientOf(server);
        await Instances.HealthyAsync(http, servers.Count);
    }));

    /// <summary>Lets scorekeepers write and readers follow while a fault happens, and for a while before and after it. Then looks at what they have.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="cutChance">The probability that a reader is disconnected after each item, and resumes.</param>
    public async Task RunAsync(Func<Task> fault, double cutChance = 0)
    {
        var admin = await LiveFeedServer.AdminAsync(Client());
        await admin.CreateEventAsync("cup", Matches);
        writers = [];
        for (var match = 1; match <= Matches; match++)
        {
            await admin.ClaimAsync("cup", match);
            writers.Add(new PersistentWriter(await LiveFeedServer.AdminAsync(Client(match)), match));
        }

        using var written = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        long? end = null;
        // Longer than any fault: a stream that is silent is still the same stream.
        var readers = Enumerable.Range(0, Streams).Select(i => new RecordingReader(Client(i), "/api/events/cup/stream", new Random(i), cutChance, TimeSpan.FromMinutes(1), waits: cutChance == 0)).ToList();
        var reading = readers.ConvertAll(reader => Task.Run(() => reader.RunAsync(() => end, over.Token)));
        writing = writers.ConvertAll(writer => Task.Run(() => writer.RunAsync(written.Token)));

        await WorkGoesOnAsync();
        await fault();
        await WorkGoesOnAsync();
        await written.CancelAsync();
        await Task.WhenAll(writing).WaitAsync(Patience);

        // Not by way of a cache.
        using var direct = Direct();
        var log = await LogProbe.ReadAsync(direct, "cup");
        end = log.Head;
        // Wakes readers that have everything and wait.
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Over" }));
        over.CancelAfter(Patience);
        await Task.WhenAll(reading).WaitAsync(Patience);

        writers.ForEach(writer => writer.HoldAgainst(log));
        log = await LogProbe.ReadAsync(direct, "cup");
        foreach (var (sequence, entry) in readers.SelectMany(reader => reader.Entries))
            Assert.Equal(log.Entries[sequence].GetRawText(), entry);
        (Resets, Connections) = (readers.Sum(reader => reader.Resets), readers.Sum(reader => reader.Connections));
        Reconnections = [.. readers.SelectMany(reader => reader.Reconnections)];
        Repeats = writers.Sum(writer => writer.Repeats);
    }

    /// <summary>Waits until each scorekeeper has had ten more scores acknowledged.</summary>
    public async Task WorkGoesOnAsync()
    {
        var before = writers.Select(writer => writer.Acknowledged.Count).ToList();
        await Eventually.TrueAsync(async () =>
        {
            foreach (var failed in writing.Where(task => task.IsFaulted))
                await failed;
            return writers.Zip(before).All(pair => pair.First.Acknowledged.Count >= pair.Second + 10);
        });
    }

    /// <summary>
    /// Asserts that streams of the last run ended, each as expected, and that each of them went on with the first connection after the time that its
    /// reader was told to wait.
    /// </summary>
    /// <param name="goodbye">The code of the bye before each end; null for none.</param>
    public void AssertAllCameBackInTime(string? goodbye)
    {
        Assert.NotEmpty(Reconnections);
        Assert.All(Reconnections, reconnection =>
        {
            Assert.Equal((goodbye, 1), (reconnection.Goodbye, reconnection.Attempts));
            Assert.True(reconnection.Overdue < BusyMachine, $"A reader was told to wait for {reconnection.Retry}, and had nothing for {reconnection.Gap}.");
        });
    }

    /// <summary>
    /// Waits until each instance rejects writes because the database can't store them, and says so. Asserts that they serve what is in memory.
    /// </summary>
    /// <param name="users">Somebody who may write to the event, at each of the instances.</param>
    public static async Task WritesFailAsync(IReadOnlyList<ApiUser> users)
    {
        foreach (var user in users)
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    using var response = await user.PatchAsync("/api/events/cup", new { name = "Cup" });
                    if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                        return false;
                    Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
                    return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() == "storage_unavailable";
                },
                "Writes are still stored.");
            Assert.Equal(503, (int)(await user.Http.GetAsync("/health/writes")).StatusCode);
            Assert.Equal(200, (int)(await user.Http.GetAsync("/health/ready")).StatusCode);
            Assert.True((await user.GetAsync("/api/events/cup/feed")).TryGetProperty("cursor", out _));
        }
    }

    /// <summary>Waits until each instance finds by itself that the database stores writes again.</summary>
    public static async Task WritesSucceedAsync(IReadOnlyList<ApiUser> users)
    {
        foreach (var user in users)
            await Eventually.TrueAsync(async () => (int)(await user.Http.GetAsync("/health/writes")).StatusCode == 200, "Writes are still rejected.");
    }

    /// <summary>Signs the administrator in at each instance, by itself.</summary>
    public async Task<IReadOnlyList<ApiUser>> AdminsAsync() => await Task.WhenAll(servers.Select(server => LiveFeedServer.AdminAsync(ClientOf(server))));

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
            await proxy.DisposeAsync();
        servers.ForEach(server => server.Dispose());
        await Redis.DisposeAsync();
        await Postgres.StopAsync();
        Directory.Delete(data, true);
    }

    private HttpClient Direct(int first = 0) =>
        new(new RotatingHandler(() => addresses.All, first)) { BaseAddress = new Uri("http://balancer"), Timeout = TimeSpan.FromSeconds(20) };

    private ServerProcess Add(ServerProcess server)
    {
        servers.Add(server);
        addresses = new(addresses.All.Add(server.Address));
        return server;
    }

    private string[] SettingsWith(string[] more) =>
        [
            "Database:Provider=PostgreSql", $"Database:ConnectionString={Postgres.ConnectionString(Database)}", "Database:MigrateAtStart=true", Redis.Setting, .. settings, .. more,
        ];

    private sealed record Addresses(ImmutableList<Uri> All);
}
