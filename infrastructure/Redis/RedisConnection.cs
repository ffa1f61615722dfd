using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// The connection to Redis. It is made in the background and renewed by itself; whoever uses it must go on without. To connect to a server that
/// accepts but doesn't respond takes seconds, so nobody waits for it.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly Task<ConnectionMultiplexer> connecting;

    public RedisConnection(IOptions<RedisOptions> options)
    {
        var configuration = ConfigurationOptions.Parse(options.Value.ConnectionString!);
        var timeout = (int)options.Value.Timeout.TotalMilliseconds;
        configuration.AbortOnConnectFail = false;
        (configuration.AsyncTimeout, configuration.SyncTimeout) = (timeout, timeout);
        configuration.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        // What can't be sent now is of no use later.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ClientName ??= "livefeed";
        connecting = Task.Run(() => ConnectionMultiplexer.ConnectAsync(configuration));
    }

    /// <summary>The connection, which may be broken; null until the first attempt to connect has ended.</summary>
    public IConnectionMultiplexer? Current => connecting.IsCompletedSuccessfully ? connecting.Result : null;

    /// <summary>Whether the servers are a cluster, where channels belong to shards.</summary>
    public bool IsCluster => Current?.GetServers().Any(server => server.ServerType == ServerType.Cluster) == true;

    /// <summary>Completes when the first attempt to connect has ended.</summary>
    public Task<ConnectionMultiplexer> Connecting => connecting;

    public async ValueTask DisposeAsync()
    {
        // One that was never made is not waited for.
        if (connecting.IsCompletedSuccessfully)
            await (await connecting).DisposeAsync();
    }
}
