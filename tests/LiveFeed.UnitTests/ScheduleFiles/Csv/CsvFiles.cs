using System.Text;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>Reads files as the preview does, and gives their matches a form that tests can compare.</summary>
internal static class CsvFiles
{
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static ScheduleFile Read(string text, DateOrder? order = null, IReadOnlyDictionary<ScheduleField, string>? mapping = null) =>
        Read(Encoding.UTF8.GetBytes(text), order, mapping);

    public static ScheduleFile Read(byte[] content, DateOrder? order = null, IReadOnlyDictionary<ScheduleField, string>? mapping = null) =>
        new ScheduleFileReader().Read(content, new ScheduleFileOptions(Berlin, order, mapping));

    /// <summary>Returns the schedule of a file that must be valid.</summary>
    public static Schedule Valid(this ScheduleFile file)
    {
        Assert.Empty(file.Faults.Select(fault => $"{fault.Line} {fault.Column}: {fault.Message}"));
        return file.Schedule!;
    }

    /// <summary>Returns a match as "1 Women @ Court 1: Blue - Red, 2026-07-04 14:30-15:30", with times in UTC; a label is in brackets.</summary>
    public static string Text(this Schedule schedule, int index)
    {
        var match = schedule.View(schedule.Matches[index]);
        string Side(NamedView? team, string? label) => team?.Name ?? $"[{label}]";
        var number = match.Number is { } called ? $" ({called})" : "";
        var time = match.StartsAt is { } start ? $", {start:yyyy-MM-dd HH:mm}{(match.EndsAt is { } end ? $"-{end:HH:mm}" : "")}" : "";
        return $"{match.Id}{number} {match.Division?.Name} @ {match.Court?.Name}: {Side(match.Team1, match.Team1Label)} - {Side(match.Team2, match.Team2Label)}{time}";
    }
}
