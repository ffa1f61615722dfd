using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.AcrossEvents;

/// <summary>Settings under <c>LiveFeed:AcrossEvents</c>.</summary>
public sealed class AcrossEventsOptions
{
    /// <summary>How many events a leaderboard counts that names none: the newest ones.</summary>
    [Range(1, 32)]
    public int MaxNewest { get; set; } = 20;
}
