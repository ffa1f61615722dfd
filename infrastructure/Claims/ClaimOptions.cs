using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Claims;

/// <summary>Settings under <c>LiveFeed:Claims</c>.</summary>
public sealed class ClaimOptions
{
    /// <summary>What a claim, and each write under it, gets.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The most that a claim may ask for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan MaxLease { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How often expired claims are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromMilliseconds(500);
}
