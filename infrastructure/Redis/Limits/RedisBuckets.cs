using System.Collections.Concurrent;
using LiveFeed.Domain.RateLimits;
using LiveFeed.Infrastructure.Common;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>
/// Token buckets in Redis. Most are slow, and every token is taken there, so that the limit is exact. Of fast ones, which guard cheap reads, an instance takes
/// some tokens ahead (<see cref="RedisOptions.TokensAhead"/>).
/// </summary>
internal sealed class RedisBuckets(SharedLimits limits, InstanceId self, IOptions<RedisOptions> options) : ISharedBuckets
{
    private readonly ConcurrentDictionary<string, SharedBucket> buckets = new(StringComparer.Ordinal);

    public async ValueTask<BucketLevel?> TryTakeAsync(string bucket, int capacity, TimeSpan perToken)
    {
        while (limits.AreShared)
        {
            var shared = buckets.GetOrAdd(bucket, static (name, figures) => figures.Buckets.Create(name, figures.Capacity, figures.PerToken), (Buckets: this, Capacity: capacity, PerToken: perToken));
            if (shared.Take(out var asked) is { } here)
                return here;
            if (asked is null)
                continue;
            if (await asked is not { } grant)
                return null;
            if (shared.LevelAfter(grant) is { } level)
                return level;
        }

        return null;
    }

    /// <summary>Forgets the buckets that nobody uses.</summary>
    public void RemoveIdle()
    {
        foreach (var bucket in buckets)
        {
            if (bucket.Value.TryRemove())
                buckets.TryRemove(bucket);
        }
    }

    private SharedBucket Create(string name, int capacity, TimeSpan perToken)
    {
        var (ahead, hold) = (Math.Max(1, (int)Math.Min(capacity, options.Value.TokensAhead / perToken)), options.Value.TokensHeld);
        RedisKey[] keys = [$"{options.Value.KeyPrefix}bucket:{name}"];
        return new SharedBucket(capacity, perToken, ahead, hold, async wanted =>
        {
            RedisValue[] arguments = [self.Value, perToken.Ticks, capacity, wanted, hold.Ticks];
            if (await limits.RunAsync(BucketScript.Take, keys, arguments) is not { } result)
                return null;
            var values = (long[])result!;
            return new BucketGrant((int)values[0], TimeSpan.FromTicks(values[1]));
        });
    }
}
