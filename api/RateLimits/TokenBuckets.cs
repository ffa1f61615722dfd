using System.Threading.RateLimiting;
using LiveFeed.Domain.RateLimits;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.RateLimits;

/// <summary>
/// The token buckets, one per policy and user or address: those that all instances share, or, for a single instance and while the others are out of reach,
/// the framework's.
/// </summary>
internal sealed class TokenBuckets : IDisposable
{
    // One limiter for all policies: each limiter has a timer of its own that fires ten times a second.
    private readonly PartitionedRateLimiter<(RateLimitPolicy Policy, string Owner)> limiter;
    private readonly RateLimitOptions options;
    private readonly TimeProvider time;
    private readonly ISharedBuckets? shared;

    /// <param name="options">The buckets' figures.</param>
    /// <param name="time">The clock by which the time is reported when a bucket is full.</param>
    /// <param name="shared">Null if there is one instance only.</param>
    public TokenBuckets(IOptions<RateLimitOptions> options, TimeProvider time, ISharedBuckets? shared = null)
    {
        (this.options, this.time, this.shared) = (options.Value, time, shared);
        var buckets = Enum.GetValues<RateLimitPolicy>().ToDictionary(policy => policy, policy => ToBucket(this.options.Of(policy)));
        limiter = PartitionedRateLimiter.Create<(RateLimitPolicy Policy, string Owner), (RateLimitPolicy Policy, string Owner)>(
            key => RateLimitPartition.GetTokenBucketLimiter(key, key => buckets[key.Policy]));
    }

    /// <summary>Takes one token, and returns the state of the bucket.</summary>
    public ValueTask<BucketState> TakeAsync(RateLimitPolicy policy, string owner) =>
        shared is null ? ValueTask.FromResult(TakeLocal(policy, owner)) : TakeSharedAsync(shared, policy, owner);

    public void Dispose() => limiter.Dispose();

    private async ValueTask<BucketState> TakeSharedAsync(ISharedBuckets shared, RateLimitPolicy policy, string owner)
    {
        var bucket = options.Of(policy);
        return await shared.TryTakeAsync($"{policy}:{owner}", bucket.Capacity, PerToken(bucket)) is { } level
            ? new BucketState(level.Taken, bucket.Capacity, level.Remaining, time.GetUtcNow() + level.UntilFull, level.UntilNext)
            : TakeLocal(policy, owner);
    }

    private BucketState TakeLocal(RateLimitPolicy policy, string owner)
    {
        using var lease = limiter.AttemptAcquire((policy, owner));
        var bucket = options.Of(policy);
        var remaining = (int)(limiter.GetStatistics((policy, owner))?.CurrentAvailablePermits ?? 0);
        var untilFull = (bucket.Capacity - remaining) * (bucket.Period / bucket.Permits);
        return new BucketState(lease.IsAcquired, bucket.Capacity, remaining, time.GetUtcNow() + untilFull, bucket.Period / bucket.Permits);
    }

    private static TimeSpan PerToken(BucketOptions bucket)
    {
        var perToken = bucket.Period / bucket.Permits;
        return perToken > TimeSpan.Zero ? perToken : TimeSpan.FromTicks(1);
    }

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
