namespace LiveFeed.Domain.RateLimits;

/// <summary>Token buckets that all instances share.</summary>
public interface ISharedBuckets
{
    /// <summary>Takes one token. Returns null if the buckets are out of reach: each instance then has to use its own.</summary>
    /// <param name="bucket">The bucket's name. One that was never used is full.</param>
    /// <param name="capacity">The most tokens in it.</param>
    /// <param name="perToken">After which time a token is added.</param>
    ValueTask<BucketLevel?> TryTakeAsync(string bucket, int capacity, TimeSpan perToken);
}
