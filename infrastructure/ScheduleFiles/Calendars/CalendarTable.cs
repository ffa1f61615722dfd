using System.Globalization;
using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.Infrastructure.ScheduleFiles.Calendars;

/// <summary>
/// Opens a calendar (iCalendar, RFC 5545) as a table: each event with two teams in its summary is a match. It is played where the event is, its first
/// category is the division, and the match's id follows from the event's UID.
/// </summary>
internal static class CalendarTable
{
    private static readonly string[] Recurrence = ["RRULE", "RDATE", "EXRULE", "RECURRENCE-ID"];

    private static readonly string[] Headings = ["UID", "CATEGORIES", "LOCATION", "SUMMARY", "DTSTART", "DTEND"];

    /// <summary>Which property has what.</summary>
    public static readonly IReadOnlyDictionary<ScheduleField, string> Mapping = new Dictionary<ScheduleField, string>
    {
        [ScheduleField.Id] = "UID",
        [ScheduleField.Division] = "CATEGORIES",
        [ScheduleField.Court] = "LOCATION",
        [ScheduleField.Teams] = "SUMMARY",
        [ScheduleField.StartsAt] = "DTSTART",
        [ScheduleField.EndsAt] = "DTEND",
    };

    public static bool IsCalendar(string text) => text.AsSpan().TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);

    /// <param name="text">The whole file.</param>
    /// <param name="notes">Gets the events that are no matches, and those that are cancelled.</param>
    /// <exception cref="InvalidFileException">It can't be read, or has no matches, or some events recur or have times that can't be.</exception>
    public static ScheduleTable Open(string text, List<FileNote> notes)
    {
        var events = Load(text);
        var lines = LinesOf(text, events.Count);
        var faults = new FaultCollector();
        var matches = new List<(CalendarEvent Event, int Line)>();
        foreach (var (index, one) in events.Index())
        {
            var (line, summary) = (lines[index], FileWords.Short(FileWords.OneLine(one.Summary ?? "")));
            if (Array.Exists(Recurrence, one.Properties.ContainsKey))
                faults.Add(FileFault.AtLine(line, $"\"{summary}\" recurs. Each match needs an event of its own."));
            else if (!TeamPair.TrySplit(FileWords.OneLine(one.Summary ?? ""), out _, out _))
                Note(line, $"\"{summary}\" has no two teams such as \"Blue - Red\" in its summary, so it was passed over.");
            else
                matches.Add((one, line));
            if (string.Equals(one.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase))
                Note(line, $"\"{summary}\" is cancelled. It is planned all the same: what became of a match is its score's to say.");
            if (faults.IsFull)
                break;
        }

        if (matches.Count == 0 && faults.Count == 0)
            throw new InvalidFileException("No event of the calendar has two teams such as \"Blue - Red\" in its summary.");
        var ids = CalendarIds.Create([.. matches.Select(match => match.Event.Uid)]);
        var records = faults.TryAll(matches.Zip(ids), (match, _) => Record(match.First.Event, match.First.Line, match.Second));
        faults.ThrowIfAny();
        return new ScheduleTable(new TableRecord(1, Headings), records);

        void Note(int line, string message)
        {
            if (notes.Count < ScheduleReading.MaxNotes)
                notes.Add(new FileNote(line, "SUMMARY", message));
        }
    }

    private static List<CalendarEvent> Load(string text)
    {
        try
        {
            return [.. CalendarCollection.Load(text).SelectMany(calendar => calendar.Children.OfType<CalendarEvent>())];
        }
        catch (Exception damaged) when (damaged is SerializationException or ArgumentException or FormatException or InvalidOperationException)
        {
            throw new InvalidFileException($"The calendar can't be read: {FileWords.OneLine(damaged.Message)}", damaged);
        }
    }

    // The library doesn't say where an event begins.
    private static List<int> LinesOf(string text, int count)
    {
        var lines = text.Split('\n').Index()
            .Where(line => line.Item.AsSpan().Trim().Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase)).Select(line => line.Index + 1).ToList();
        return lines.Count == count ? lines : [.. Enumerable.Repeat(1, count)];
    }

    private static TableRecord Record(CalendarEvent one, int line, int id) => new(
        line,
        [
            id.ToString(CultureInfo.InvariantCulture), one.Categories.FirstOrDefault() ?? "", one.Location ?? "", one.Summary ?? "",
            Moment(one, one.DtStart, line, "DTSTART"), End(one, line),
        ]);

    private static string End(CalendarEvent one, int line) =>
        one.Properties.ContainsKey("DTEND") ? Moment(one, one.DtEnd, line, "DTEND")
        : one is { Duration: { } duration, DtStart: { HasTime: true } start } ? Moment(one, start.Add(duration), line, "DURATION")
        : "";

    private static string Moment(CalendarEvent one, CalDateTime? moment, int line, string property)
    {
        // The library leaves out what it can't read.
        if (moment is null)
            return one.Properties.ContainsKey(property) ? throw new InvalidFileException([FileFault.AtLine(line, $"{property} is no time.", property)]) : "";
        if (!moment.HasTime)
            return moment.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var local = moment.Value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (moment.IsUtc)
            return local + "Z";
        // The event's zone is the table's to apply.
        if (moment.TzId is not { } name)
            return local;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            throw new InvalidFileException([FileFault.AtLine(line, $"There is no time zone \"{FileWords.Short(name)}\". Write the time in a zone such as Europe/Berlin, or in UTC.", property)]);
        if (zone.IsInvalidTime(moment.Value))
            throw new InvalidFileException([FileFault.AtLine(line, $"There is no {moment.Value:yyyy-MM-dd HH:mm} in {name}: clocks are put forward then.", property)]);
        return LocalTime.InZone(moment.Value, zone).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
