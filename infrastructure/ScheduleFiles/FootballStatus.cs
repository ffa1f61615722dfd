namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>What a football file says of a match that was not simply played or planned.</summary>
internal enum FootballStatus
{
    None,
    Postponed,
    Cancelled,
    Abandoned,
    Awarded,

    /// <summary>A word that is none of these.</summary>
    Other,
}
