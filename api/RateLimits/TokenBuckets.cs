using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.RateLimits;

/// <summary>The framework's token buckets, one per policy and user or address.</summary>
internal sealed class TokenBuckets : IDisposable
{
    // One limiter for all policies: each limiter has a timer of its own that fires ten times a second.
    private readonly PartitionedRateLimiter<(RateLimitPolicy Policy, string Owner)> limiter;
    private readonly RateLimitOptions options;
    private readonly TimeProvider time;

    public TokenBuckets(IOptions<RateLimitOptions> options, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        var buckets = Enum.GetValues<RateLimitPolicy>().ToDictionary(policy => policy, policy => ToBucket(this.options.Of(policy)));
        limiter = PartitionedRateLimiter.Create<(RateLimitPolicy Policy, string Owner), (RateLimitPolicy Policy, string Owner)>(
            key => RateLimitPartition.GetTokenBucketLimiter(key, key => buckets[key.Policy]));
    }

    /// <summary>Takes one token, and returns the state of the bucket.</summary>
    public BucketState Take(RateLimitPolicy policy, string owner)
    {
        using var lease = limiter.AttemptAcquire((policy, owner));
        var bucket = options.Of(policy);
        var remaining = (int)(limiter.GetStatistics((policy, owner))?.CurrentAvailablePermits ?? 0);
        var untilFull = (bucket.Capacity - remaining) * (bucket.Period / bucket.Permits);
        return new BucketState(lease.IsAcquired, bucket.Capacity, remaining, time.GetUtcNow() + untilFull, bucket.Period / bucket.Permits);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>
    /// Returns the framework's options. Tokens are added one at a time up to ten a second, and every tenth of a second at higher rates.
    /// </summary>
    private static TokenBucketRateLimiterOptions ToBucket(BucketOptions bucket)
    {
        var each = bucket.Period / bucket.Permits;
        var tick = TimeSpan.FromMilliseconds(100);
        var perTick = Math.Max(1, (int)Math.Round(tick / each));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = bucket.Capacity,
            TokensPerPeriod = perTick,
            ReplenishmentPeriod = each * perTick,
            QueueLimit = 0,
        };
    }
}
