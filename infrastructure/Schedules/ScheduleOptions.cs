using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Schedules;

/// <summary>Settings under <c>LiveFeed:Schedules</c>.</summary>
public sealed class ScheduleOptions
{
    /// <summary>How long a team should rest between two matches; schedules with less are stored, with warnings. Zero to warn of none.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan MinRest { get; set; }
}
