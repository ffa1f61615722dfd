namespace LiveFeed.Domain.Schedules;

/// <summary>A command that adds, changes or removes one thing of a schedule.</summary>
internal interface IScheduleEdit : IEventCommand, IIdempotent
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}
