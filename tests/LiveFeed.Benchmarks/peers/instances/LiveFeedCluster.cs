namespace LiveFeed.Benchmarks.Peers;

/// <summary>LiveFeed instances over a PostgreSQL of their own, with an event of one match.</summary>
internal sealed class LiveFeedCluster : IAsyncDisposable
{
    private readonly PostgresCluster database;
    private readonly List<Server> servers = [];

    private LiveFeedCluster(PostgresCluster database) => this.database = database;

    public IReadOnlyList<Server> Servers => servers;

    /// <param name="instances">How many.</param>
    /// <param name="redis">What joins them; null for nothing.</param>
    /// <param name="core">The processor of the instances; null for any. The database runs where it likes.</param>
    public static async Task<LiveFeedCluster> StartAsync(int instances, RedisChild? redis, string? core)
    {
        var cluster = new LiveFeedCluster(await PostgresCluster.StartAsync(durable: true));
        List<string> settings =
        [
            "--LiveFeed:Database:Provider=PostgreSql", "--LiveFeed:Database:MigrateAtStart=true",
            $"--LiveFeed:Database:ConnectionString={cluster.database.ConnectionString(await cluster.database.CreateDatabaseAsync())}",
        ];
        if (redis is not null)
            settings.Add($"--LiveFeed:Redis:ConnectionString=127.0.0.1:{redis.Port}");
        for (var i = 0; i < instances; i++)
            cluster.servers.Add(await Server.StartAsync(core, [.. settings]));
        await cluster.servers[0].CreateEventAsync(LiveFeedPeer.Event, 1);
        return cluster;
    }

    /// <summary>SIGKILL to one of them.</summary>
    public async ValueTask KillAsync(Server server)
    {
        if (servers.Remove(server))
            await server.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
        await database.StopAsync();
    }
}
