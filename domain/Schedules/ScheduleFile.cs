namespace LiveFeed.Domain.Schedules;

/// <summary>What was read from a schedule's file.</summary>
/// <param name="Format">The file's format; null if it can't be detected.</param>
/// <param name="Schedule">
/// The schedule; null if the file has faults. It is valid, unless the file is LiveFeed's own JSON, which is valid or not only together with
/// what is stored.
/// </param>
/// <param name="OwnIds">Which of the schedule's ids are the file's own.</param>
/// <param name="Faults">What is wrong with the file; at most <see cref="FileFault.MaxFaults"/>.</param>
/// <param name="Reading">How the file was read.</param>
public sealed record ScheduleFile(
    ScheduleFormat? Format, Schedule? Schedule, AssignedIds OwnIds, IReadOnlyList<FileFault> Faults, ScheduleReading Reading)
{
    /// <summary>Creates the file of a schedule that was read, which may still be invalid as a whole.</summary>
    public static ScheduleFile Create(ScheduleFormat format, Schedule schedule, AssignedIds ownIds, ScheduleReading reading) => schedule.Validate() is { } error
        ? new ScheduleFile(format, null, ownIds, FileFault.FromError(error), reading)
        : new ScheduleFile(format, schedule, ownIds, [], reading);
}
