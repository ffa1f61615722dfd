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
        var redis = instances > 1 ? await RedisChild.StartAsync(keeps: false, cancellationToken) : null;
        var cluster = await LiveFeedCluster.StartAsync(instances, redis, core);
        var servers = cluster.Servers;
        var streams = servers.Select(server => $"{server.Address}api/events/{LiveFeedPeer.Event}/stream").Skip(readsElsewhere ? 1 : 0).ToList();
        return new RunningPeer(
            servers[0].Pid, streams[0], $"{servers[0].Address}api/events/{LiveFeedPeer.Event}/scores",
            [
                .. streams.Skip(1).SelectMany(stream => new[] { "--url", stream }), .. servers.Skip(1).SelectMany(server => new[] { "--pid", $"{server.Pid}" }),
                "--publish-body", Score, "--publish-header", "Content-Type: application/json", "--publish-header", $"Authorization: Bearer {servers[0].AccessToken}",
            ],
            async () =>
            {
                await cluster.DisposeAsync();
                if (redis is not null)
                    await redis.DisposeAsync();
            });
    }
}
