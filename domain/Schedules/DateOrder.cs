namespace LiveFeed.Domain.Schedules;

/// <summary>The order of day and month in dates whose year is last.</summary>
public enum DateOrder
{
    /// <summary>25/11/2026.</summary>
    Dmy,

    /// <summary>11/25/2026.</summary>
    Mdy,
}
