namespace LiveFeed.Benchmarks.Peers;

/// <summary>One or two LiveFeed instances over a PostgreSQL of their own; two are joined by a Redis of their own. Database and Redis run where they like.</summary>
/// <param name="instances">How many.</param>
/// <param name="readsElsewhere">Whether all readers are at the instance that gets no posts.</param>
internal sealed class ClusterPeer(int instances, bool readsElsewhere = false) : IPeer
{
    // See LiveFeedScoresPeer.
    private const string Score = """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","clientUpdateId":"lfts{{TS}}-{{SEQ}}"}""";

    public string Name => instances == 1 ? "livefeed, one instance" : readsElsewhere ? "livefeed, all readers at the other instance" : "livefeed, two instances";

    public string About => "LiveFeed as shipped, over PostgreSQL (durable) and Redis.";

    public bool IsPureFanOut => false;

    public string? Missing() => PostgresCluster.WhyMissing ?? (instances > 1 ? InstalledProgram.WhyMissing("redis-server") : null);

    public async Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken)
    {
        var cluster = await PostgresCluster.StartAsync(durable: true);
        var redis = instances > 1 ? await RedisChild.StartAsync(cancellationToken) : null;
        List<string> settings =
        [
            "--LiveFeed:Database:Provider=PostgreSql", "--LiveFeed:Database:MigrateAtStart=true",
            $"--LiveFeed:Database:ConnectionString={cluster.ConnectionString(await cluster.CreateDatabaseAsync())}",
        ];
        if (redis is not null)
            settings.Add($"--LiveFeed:Redis:ConnectionString=127.0.0.1:{redis.Port}");
        var servers = new List<Server>();
        for (var i = 0; i < instances; i++)
            servers.Add(await Server.StartAsync(core, [.. settings]));
        await servers[0].CreateEventAsync(LiveFeedPeer.Event, 1);
        List<string> streams = servers.ConvertAll(server => $"{server.Address}api/events/{LiveFeedPeer.Event}/stream");
        if (readsElsewhere)
            streams.RemoveAt(0);
        return new RunningPeer(
            servers[0].Pid, streams[0], $"{servers[0].Address}api/events/{LiveFeedPeer.Event}/scores",
            [
                .. streams.Skip(1).SelectMany(stream => new[] { "--url", stream }), .. servers.Skip(1).SelectMany(server => new[] { "--pid", $"{server.Pid}" }),
                "--publish-body", Score, "--publish-header", "Content-Type: application/json", "--publish-header", $"Authorization: Bearer {servers[0].AccessToken}",
            ],
            async () =>
            {
                foreach (var server in servers)
                    await server.DisposeAsync();
                if (redis is not null)
                    await redis.DisposeAsync();
                await cluster.StopAsync();
            });
    }
}
