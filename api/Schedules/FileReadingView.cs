using System.Text.Json;

namespace LiveFeed.Api.Schedules;

/// <summary>How a file was read: what was guessed, and what to look at before the schedule is put.</summary>
/// <param name="TimeZone">The time zone in which times without one were read, by its IANA name; null if the file has none.</param>
/// <param name="DateOrder">The order of day and month in dates such as 05/04/2026; null if there are none.</param>
/// <param name="Mapping">The heading of the column that was read for each field: what the parameter mapping takes. Empty unless the file is a table or a calendar.</param>
/// <param name="Columns">All columns in their order, with what they have in the first records. Empty unless the file is a table or a calendar.</param>
/// <param name="IgnoredColumns">The headings of columns that were not read.</param>
/// <param name="Notes">What is no error, but may not be meant as it was read; at most 50.</param>
/// <param name="FirstMatches">The first three matches as they would be stored.</param>
internal sealed record FileReadingView(
    string? TimeZone, DateOrder? DateOrder, IReadOnlyDictionary<string, string> Mapping, IReadOnlyList<FileColumn> Columns, IReadOnlyList<string> IgnoredColumns,
    IReadOnlyList<FileNote> Notes, IReadOnlyList<MatchView> FirstMatches)
{
    private const int Shown = 3;

    /// <param name="reading">How the file was read.</param>
    /// <param name="schedule">What would be stored; null if the file has errors.</param>
    public static FileReadingView From(ScheduleReading reading, Schedule? schedule) => new(
        reading.TimeZone, reading.DateOrder,
        reading.Mapping.ToDictionary(column => JsonNamingPolicy.CamelCase.ConvertName(column.Key.ToString()), column => column.Value),
        reading.Columns, reading.IgnoredColumns, reading.Notes, schedule is null ? [] : [.. schedule.Matches.Take(Shown).Select(schedule.View)]);
}
