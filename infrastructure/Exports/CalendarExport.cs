using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace LiveFeed.Infrastructure.Exports;

/// <summary>Writes a calendar as iCalendar (RFC 5545). The library folds lines and escapes texts.</summary>
internal static class CalendarExport
{
    private const string Product = "-//LiveFeed//Matches//EN";

    // Sequence numbers have to grow whenever a match changes, and to fit into 32 bits: seconds since then do both.
    private static readonly DateTimeOffset FirstSequence = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(MatchCalendar calendar)
    {
        var file = new Calendar { ProductId = Product };
        file.AddProperty("X-WR-CALNAME", calendar.Name);
        file.Events.AddRange(calendar.Matches.Select(Event));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(file)!);
    }

    private static CalendarEvent Event(MatchCalendarEvent match)
    {
        var modified = Utc(match.LastModified);
        var one = new CalendarEvent
        {
            Uid = match.Uid,
            Summary = match.Summary,
            Location = match.Court,
            Status = match.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Sequence = (int)Math.Clamp((match.LastModified - FirstSequence).TotalSeconds, 0, int.MaxValue),
            // Without a method, the stamp is when the event was last changed.
            DtStamp = modified,
            LastModified = modified,
            DtStart = Utc(match.StartsAt),
            DtEnd = match.EndsAt is { } end ? Utc(end) : null,
        };
        if (match.Division is { } division)
            one.Categories.Add(division);
        return one;
    }

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
