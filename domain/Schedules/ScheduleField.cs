namespace LiveFeed.Domain.Schedules;

/// <summary>What a column of a table with matches can have.</summary>
public enum ScheduleField
{
    /// <summary>The match's id, or what people call it, such as M12.</summary>
    Id,

    Division,

    Court,

    Team1,

    Team2,

    /// <summary>Both teams: "Blue - Red" or "Blue vs Red".</summary>
    Teams,

    /// <summary>The start; or a part of it, if date or time have columns of their own.</summary>
    StartsAt,

    Date,

    Time,

    /// <summary>The end; a time without a date is the next one after the start.</summary>
    EndsAt,

    /// <summary>In place of the end: minutes, or hours and minutes such as 1:30.</summary>
    Duration,
}
