namespace LiveFeed.Domain.Schedules;

/// <summary>What happens to stored items that an upload doesn't have.</summary>
public enum ScheduleMode
{
    /// <summary>They are removed: the upload is the whole schedule.</summary>
    Replace,

    /// <summary>They stay: the upload adds and changes.</summary>
    Merge,
}
