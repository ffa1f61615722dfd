using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Claims;

/// <summary>Settings under <c>LiveFeed:Claims</c>.</summary>
public sealed class ClaimOptions
{
    /// <summary>The lease that a claim gets by default, and again with each write under it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest lease that a claim may request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan MaxLease { get; set; } = TimeSpan.FromHours(4);

    /// <summary>After how long without a sign of the holder others may take a claim over.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How often to look for expired claims.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromMilliseconds(500);
}
