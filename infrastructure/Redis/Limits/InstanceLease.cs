using System.Diagnostics;
using LiveFeed.Infrastructure.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>
/// Renews this instance's lease in Redis: while it lasts, the instance's streams count for the others. The renewal also shows that Redis is there.
/// </summary>
internal sealed class InstanceLease(
    SharedLimits limits, RedisConnection redis, RedisStreamCounts streams, RedisBuckets buckets, InstanceId self, IOptions<RedisOptions> options) : BackgroundService
{
    /// <summary>
    /// By the server's clock, as instances' clocks may differ. The leases stand in one sorted set, by when they end. Returns 0 if this one had ended, or was
    /// lost with the server's memory. It first writes what a server without memory rejects, so that it fails where the limits' own scripts do.
    /// </summary>
    private const string Script = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local till = redis.call('ZSCORE', KEYS[1], ARGV[1])
        redis.call('ZADD', KEYS[1], string.format('%.0f', now + ARGV[2]), ARGV[1])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return till and tonumber(till) > now and 1 or 0
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ((Task)redis.Connecting.WaitAsync(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        RedisKey[] keys = [RedisStreamCounts.LeasesKey(options.Value)];
        RedisValue[] arguments = [self.Value, (long)options.Value.Lease.TotalMilliseconds];
        var publishedAt = Stopwatch.GetTimestamp();
        // By the real time: what Redis and the others do takes its own.
        using var timer = new PeriodicTimer(options.Value.HeartbeatEvery);
        do
        {
            var wereShared = limits.AreShared;
            var renewed = await limits.RunInBackgroundAsync(Script, keys, arguments);
            // What was opened and closed while Redis was away, or what it has forgotten.
            var isOutdated = !wereShared || (bool?)renewed == false || Stopwatch.GetElapsedTime(publishedAt) > RedisStreamCounts.PublishEvery;
            if (renewed is not null && isOutdated)
            {
                publishedAt = Stopwatch.GetTimestamp();
                await streams.PublishAllAsync();
            }

            streams.RemoveIdle();
            buckets.RemoveIdle();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
