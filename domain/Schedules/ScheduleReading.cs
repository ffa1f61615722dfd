namespace LiveFeed.Domain.Schedules;

/// <summary>How a schedule's file was read, so that people see what was guessed.</summary>
/// <param name="TimeZone">The IANA name of the zone in which times without one were read; null if there were none.</param>
/// <param name="DateOrder">The order of day and month; null if no date leaves it open.</param>
/// <param name="Mapping">The heading of the column that was read for each field; empty unless the file is a table.</param>
/// <param name="Columns">All columns in their order; empty unless the file is a table.</param>
/// <param name="IgnoredColumns">The headings of columns that were not read.</param>
/// <param name="Notes">What people should look at before they apply the file; at most <see cref="MaxNotes"/>.</param>
public sealed record ScheduleReading(
    string? TimeZone, DateOrder? DateOrder, IReadOnlyDictionary<ScheduleField, string> Mapping, IReadOnlyList<FileColumn> Columns, IReadOnlyList<string> IgnoredColumns,
    IReadOnlyList<FileNote> Notes)
{
    public const int MaxNotes = 50;

    /// <summary>The reading of a file that leaves nothing to guess.</summary>
    public static readonly ScheduleReading Plain = new(null, null, new Dictionary<ScheduleField, string>(), [], [], []);
}
