using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Jobs;

/// <summary>Settings under <c>LiveFeed:Jobs</c>.</summary>
public sealed class JobOptions
{
    /// <summary>How often an instance looks for jobs that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a job stays with an instance that gives no sign. After that another one takes it over.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How many jobs an instance does at once.</summary>
    [Range(1, 1_000)]
    public int MaxAtOnce { get; set; } = 8;

    /// <summary>How long a job that has failed waits for its second attempt. The wait doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time between two attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(10);
}
