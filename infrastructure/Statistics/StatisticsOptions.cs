using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Statistics;

/// <summary>Settings under <c>LiveFeed:Statistics</c>.</summary>
public sealed class StatisticsOptions
{
    /// <summary>The least time between two entries with the statistics of one match. Zero publishes none; GET has them all the same.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often to look for matches whose statistics have changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(1);
}
