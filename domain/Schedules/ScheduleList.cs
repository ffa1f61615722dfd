namespace LiveFeed.Domain.Schedules;

/// <summary>A list of a schedule.</summary>
internal enum ScheduleList
{
    Divisions,
    Courts,
    Teams,
    Matches,
}
