namespace LiveFeed.Testing;

/// <summary>Three Redis servers that are a cluster, each with a third of the slots.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private const int Slots = 16_384;

    private RedisCluster(IReadOnlyList<RedisServer> nodes) => Nodes = nodes;

    public IReadOnlyList<RedisServer> Nodes { get; }

    /// <summary>The setting with which a server uses it.</summary>
    public string Setting => "Redis:ConnectionString=" + string.Join(',', Nodes.Select(node => $"127.0.0.1:{node.Port}"));

    public static async Task<RedisCluster> StartAsync()
    {
        var nodes = new List<(RedisServer Node, int Bus)>();
        for (var i = 0; i < 3; i++)
        {
            var bus = LocalPort.FindFree();
            nodes.Add((await RedisServer.StartAsync($"--cluster-enabled yes --cluster-port {bus} --cluster-config-file nodes.conf"), bus));
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            Assert.Equal("+OK", await nodes[i].Node.RunAsync($"CLUSTER ADDSLOTSRANGE {Slots * i / nodes.Count} {(Slots * (i + 1) / nodes.Count) - 1}"));
            if (i > 0)
                Assert.Equal("+OK", await nodes[0].Node.RunAsync($"CLUSTER MEET 127.0.0.1 {nodes[i].Node.Port} {nodes[i].Bus}"));
        }

        foreach (var (node, _) in nodes)
            await Eventually.TrueAsync(async () => await node.ReadAsync("CLUSTER INFO") is var info && info.Contains("cluster_state:ok", StringComparison.Ordinal) && info.Contains("cluster_known_nodes:3", StringComparison.Ordinal));
        return new RedisCluster([.. nodes.Select(node => node.Node)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
    }
}
