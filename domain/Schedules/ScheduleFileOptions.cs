namespace LiveFeed.Domain.Schedules;

/// <summary>How to read a schedule's file, as far as the file doesn't say it.</summary>
/// <param name="TimeZone">The zone of times without one: the event's.</param>
/// <param name="DateOrder">The order of day and month in a table; null if the file decides.</param>
/// <param name="Mapping">The headings of a table's columns by what they have; a field that is not in it is looked for by its usual headings.</param>
/// <param name="Absent">What no column has, whatever its heading says; null for nothing.</param>
public sealed record ScheduleFileOptions(
    TimeZoneInfo TimeZone, DateOrder? DateOrder = null, IReadOnlyDictionary<ScheduleField, string>? Mapping = null, IReadOnlyCollection<ScheduleField>? Absent = null)
{
    public static readonly ScheduleFileOptions Utc = new(TimeZoneInfo.Utc);
}
