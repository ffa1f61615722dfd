using System.Globalization;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Turns the dates and times of a file into moments. Those without an offset are local times of the event.</summary>
internal sealed class TableTimes(TimeZoneInfo eventZone, DateOrder order, ColumnMapping columns, Action<FileFault> wrong, Action<FileNote> note)
{
    // A match from 23:30 to 00:30 ends on the next day. One from 14:30 to 13:30 is a mistake.
    private static readonly TimeSpan LongestOverMidnight = TimeSpan.FromHours(12);

    /// <summary>The zone in which times were read that have none; null if there were none.</summary>
    public TimeZoneInfo? UsedZone { get; private set; }

    /// <summary>How many matches have a date without a time.</summary>
    public int WithoutTime { get; private set; }

    public (DateTimeOffset? StartsAt, DateTimeOffset? EndsAt) Read(TableLine line)
    {
        if (line.Start is null)
            return (null, Moment(line, ScheduleField.EndsAt, line.End, null));
        if (line.Start.Time is null)
        {
            WithoutTime++;
            return (null, null);
        }

        if (Moment(line, StartField, line.Start, null) is not { } startsAt)
            return (null, null);
        if (line.End is null)
            return (startsAt, line.Duration is { } duration ? startsAt + duration : null);
        // A date alone doesn't say when the match ends.
        var endsAt = line.End.Time is null ? null : Moment(line, ScheduleField.EndsAt, line.End, line.Start);
        if (endsAt < startsAt)
        {
            Wrong(line, ScheduleField.EndsAt, "The match must end after it starts.");
            return (startsAt, null);
        }

        return (startsAt, endsAt);
    }

    private ScheduleField StartField => columns.Has(ScheduleField.StartsAt) ? ScheduleField.StartsAt : columns.Has(ScheduleField.Time) ? ScheduleField.Time : ScheduleField.Date;

    private DateTimeOffset? Moment(TableLine line, ScheduleField field, MomentText? text, MomentText? start)
    {
        if (text?.Time is not { } time)
            return null;
        var date = text.Date ?? start?.Date;
        if (date is null || !date.Value.TryGet(order, out var day))
        {
            Wrong(line, field, date is null ? "The match has a time without a date." : "There is no such date.");
            return null;
        }

        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        if (text.Date is null && start?.Time is { } from && time < from && time + TimeSpan.FromDays(1) - from <= LongestOverMidnight)
            local = local.AddDays(1);
        return (text.Offset ?? start?.Offset) is { } offset ? new DateTimeOffset(local, TimeSpan.Zero) - offset : InZone(line, field, local);
    }

    private DateTimeOffset? InZone(TableLine line, ScheduleField field, DateTime local)
    {
        // A heading such as "startsAt (Europe/Berlin)" says it better than the event, which may have moved.
        UsedZone = columns.ZoneOf(field) ?? columns.ZoneOf(StartField) ?? eventZone;
        var zone = UsedZone;
        if (zone.IsInvalidTime(local))
        {
            Wrong(line, field, $"There is no {Text(local)} in {zone.Id}: clocks are put forward then. Write the time as it is after that, or with its offset, such as 2026-11-25T14:30:00+01:00.");
            return null;
        }

        if (zone.IsAmbiguousTime(local))
            note(new FileNote(line.Record.Line, columns.HeadingOf(field), $"{Text(local)} is there twice in {zone.Id}, because clocks are put back. The first one was taken; write the time with its offset if it is the second."));
        return LocalTime.InZone(local, zone);
    }

    private static string Text(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private void Wrong(TableLine line, ScheduleField field, string message) => wrong(FileFault.AtLine(line.Record.Line, message, columns.Has(field) ? columns.HeadingOf(field) : null));
}
