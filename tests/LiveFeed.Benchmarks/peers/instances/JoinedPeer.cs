namespace LiveFeed.Benchmarks.Peers;

/// <summary>Two servers of another kind, joined by a Redis. Messages are posted to the first; readers are at both, or at the other only.</summary>
/// <param name="name">Its name.</param>
/// <param name="readsElsewhere">Whether all readers are at the server that gets no posts.</param>
/// <param name="missing">What is missing to run it; null if nothing is.</param>
/// <param name="start">Starts one of the servers, given the port of the Redis.</param>
internal sealed class JoinedPeer(
    string name, bool readsElsewhere, string? missing, Func<int, string, CancellationToken, Task<RunningPeer>> start) : IPeer
{
    public string Name => readsElsewhere ? $"{name}, all readers at the other server" : $"{name}, two servers";

    public string About => $"Two servers of {name}, joined by Redis.";

    public string? Missing() => missing ?? InstalledProgram.WhyMissing("redis-server");

    public async Task<RunningPeer> StartAsync(string core, CancellationToken cancellationToken)
    {
        var redis = await RedisChild.StartAsync(keeps: false, cancellationToken);
        var first = await start(redis.Port, core, cancellationToken);
        var second = await start(redis.Port, core, cancellationToken);
        return first with
        {
            StreamUrl = readsElsewhere ? second.StreamUrl : first.StreamUrl,
            Arguments = [.. first.Arguments, "--pid", $"{second.Pid}", .. readsElsewhere ? (string[])[] : ["--url", second.StreamUrl]],
            Stop = async () =>
            {
                await first.DisposeAsync();
                await second.DisposeAsync();
                await redis.DisposeAsync();
            },
        };
    }
}
