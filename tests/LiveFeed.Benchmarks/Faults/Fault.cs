using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>Something that happens to two servers and the Redis between them.</summary>
/// <param name="Name">The name for <c>--faults</c>.</param>
/// <param name="About">What happens, for the table. <c>{0}</c> stands for the seconds that it lasts.</param>
/// <param name="Kills">How many of the servers it kills.</param>
/// <param name="RunAsync">Makes it happen, and ends it after some time.</param>
internal sealed record Fault(string Name, string About, int Kills, Func<RedisChild, IFaultPair, TimeSpan, CancellationToken, Task> RunAsync)
{
    public static IReadOnlyList<Fault> InOrder { get; } =
    [
        new("redis-killed", "Redis is killed, and started again after {0} s", 0, async (redis, _, lasts, cancellationToken) =>
        {
            await redis.KillAsync();
            await Task.Delay(lasts, cancellationToken);
            await redis.StartAgainAsync(cancellationToken);
        }),
        new("redis-frozen", "Redis is frozen for {0} s", 0, async (redis, _, lasts, cancellationToken) =>
        {
            await redis.FreezeAsync(cancellationToken);
            await Task.Delay(lasts, cancellationToken);
            await redis.ThawAsync(cancellationToken);
        }),
        new("reader-killed", "The server that gets no posts is killed; its readers reconnect to the other one", 1, async (_, pair, _, _) => await pair.Servers[1].KillAsync()),
        new("poster-killed", "The server that gets the posts is killed; poster and readers go on at the other one", 1, async (_, pair, _, _) => await pair.Servers[0].KillAsync()),
    ];
}
