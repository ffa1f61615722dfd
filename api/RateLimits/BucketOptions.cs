using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Api.RateLimits;

/// <summary>A token bucket: so many tokens per period, and so many at once.</summary>
internal sealed class BucketOptions
{
    [Range(1, 10_000_000)]
    public int Permits { get; set; }

    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan Period { get; set; }

    /// <summary>The maximum at once; by default as many as are added in a period.</summary>
    [Range(1, 10_000_000)]
    public int? Burst { get; set; }

    public int Capacity => Burst ?? Permits;
}
