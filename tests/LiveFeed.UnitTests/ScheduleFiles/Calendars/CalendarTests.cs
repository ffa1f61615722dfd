using LiveFeed.Domain.Schedules;
using LiveFeed.UnitTests.ScheduleFiles.Csv;

namespace LiveFeed.UnitTests.ScheduleFiles.Calendars;

public sealed class CalendarTests
{
    [Fact]
    public void An_event_with_two_teams_is_a_match()
    {
        var file = Read(
            """
            BEGIN:VEVENT
            UID:12@league.example
            SUMMARY:Blue - Red
            DTSTART;TZID=America/New_York:20260704T143000
            DTEND;TZID=America/New_York:20260704T153000
            LOCATION:Hall\, Court 1
            CATEGORIES:Women,Final
            END:VEVENT
            BEGIN:VEVENT
            UID:13@league.example
            SUMMARY:Winner of match 12 vs. Green Ci
             ty
            DTSTART:20260705T120000Z
            DURATION:PT50M
            END:VEVENT
            BEGIN:VEVENT
            UID:-14
            SUMMARY:Blue – Green
            DTSTART:20260706T100000
            END:VEVENT
            BEGIN:VEVENT
            UID:15.cup@livefeed
            SUMMARY:Red – Green
            DTSTART;VALUE=DATE:20260707
            END:VEVENT
            """);

        Assert.Equal(ScheduleFormat.Calendar, file.Format);
        Assert.Equal(
            [
                "12 Women @ Hall, Court 1: Blue - Red, 2026-07-04 18:30-19:30", "13  @ : [Winner of match 12] - Green City, 2026-07-05 12:00-12:50",
                "-14  @ : Blue - Green, 2026-07-06 08:00", "15  @ : Red - Green",
            ],
            Lines(file));
        Assert.Equal((true, "Europe/Berlin", "SUMMARY"), (file.OwnIds.Matches, file.Reading.TimeZone, file.Reading.Mapping[ScheduleField.Teams]));
        Assert.Contains(file.Reading.Notes, note => note.Message.StartsWith("1 of 4 matches have a date without a time", StringComparison.Ordinal));
    }

    [Fact]
    public void A_UID_has_the_same_id_wherever_it_stands()
    {
        var (one, other) = (Match("20260704-8fa1@x", "A - B"), Match("8fa2", "C - D"));

        var (before, after) = (Read(one + other).Valid(), Read(other + Match("a new one", "E - F") + one).Valid());

        Assert.Equal(before.Matches[0].Id, after.Matches[2].Id);
        Assert.Equal(before.Matches[1].Id, after.Matches[0].Id);
        Assert.All(before.Matches, match => Assert.InRange(match.Id.Value, 1 << 30, int.MaxValue));
    }

    [Fact]
    public void Two_UIDs_with_one_number_are_two_matches() =>
        Assert.Equal(2, Read(Match("5@a", "A - B") + Match("5@b", "C - D")).Valid().Matches.Select(match => match.Id).Distinct().Count());

    [Fact]
    public void What_is_no_match_is_passed_over_and_told()
    {
        var file = Read(Match("1", "Opening ceremony") + Match("2", "A - B") + Match("3", "C - D").Replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT"));

        Assert.Equal(2, file.Valid().Matches.Count);
        Assert.Equal((4, "\"Opening ceremony\" has no two teams such as \"Blue - Red\" in its summary, so it was passed over."), (file.Reading.Notes[0].Line, file.Reading.Notes[0].Message));
        Assert.Contains(file.Reading.Notes, note => note.Message.StartsWith("\"C - D\" is cancelled.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=1000000000", "\"A - B\" recurs. Each match needs an event of its own.")]
    [InlineData("RRULE:FREQ=SECONDLY", "\"A - B\" recurs. Each match needs an event of its own.")]
    [InlineData("RDATE:20260705T120000Z", "\"A - B\" recurs. Each match needs an event of its own.")]
    [InlineData("RECURRENCE-ID:20260705T120000Z", "\"A - B\" recurs. Each match needs an event of its own.")]
    [InlineData("DTSTART;TZID=Middle/Earth:20260704T143000", "There is no time zone \"Middle/Earth\".")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260329T023000", "There is no 2026-03-29 02:30 in Europe/Berlin: clocks are put forward then.")]
    [InlineData("DTEND:20200101T000000Z\nDTSTART:20260704T120000Z", "The match must end after it starts.")]
    public void A_fault_names_the_line_of_its_event(string lines, string message)
    {
        var fault = Assert.Single(Read(Match("1", "C - D") + $"BEGIN:VEVENT\nUID:2\nSUMMARY:A - B\n{lines}\nEND:VEVENT\n").Faults);

        Assert.StartsWith(message, fault.Message);
        Assert.Equal(9, fault.Line);
    }

    [Fact]
    public void A_calendar_without_matches_or_with_too_many_is_rejected()
    {
        Assert.StartsWith("No event of the calendar has two teams", Read("").Faults[0].Message);
        Assert.StartsWith("No event of the calendar has two teams", Read(Match("1", "Opening")).Faults[0].Message);
        Assert.Contains("at most 10000 matches", Read(string.Concat(Enumerable.Range(1, Schedule.MaxMatches + 1).Select(id => Match($"{id}", "A - B")))).Faults[0].Message);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:yesterday\nSUMMARY:A - B\nEND:VEVENT\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDURATION:long\nDTSTART:99999999T999999\nSUMMARY:A - B\nEND:VEVENT\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VCALENDAR\n:::\n;;;\nEND:VCALENDAR\n")]
    public void A_broken_calendar_is_never_more_than_a_fault(string text) => Assert.NotEmpty(CsvFiles.Read(text).Faults);

    private static string Match(string uid, string summary) => $"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{summary}\nDTSTART:20260704T120000Z\nEND:VEVENT\n";

    private static ScheduleFile Read(string events) => CsvFiles.Read($"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Cup//EN\n{events.TrimEnd()}\nEND:VCALENDAR\n");

    private static IEnumerable<string> Lines(ScheduleFile file)
    {
        var schedule = file.Valid();
        return schedule.Matches.Select((_, index) => schedule.Text(index));
    }
}
