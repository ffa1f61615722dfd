namespace LiveFeed.Domain.Schedules;

/// <summary>The format of a schedule's file, which is detected from its content.</summary>
public enum ScheduleFormat
{
    /// <summary>The body of PUT /schedule, and the response to GET /schedule.</summary>
    LiveFeed,

    /// <summary>openfootball's JSON.</summary>
    OpenFootball,

    /// <summary>The court schedule of a volleyball tournament system.</summary>
    CourtSchedule,

    /// <summary>CSV with a header: id, division, court, team1, team2, startsAt, endsAt.</summary>
    Csv,

    /// <summary>A workbook of Excel with the same table: .xlsx, or .xls of before 2007.</summary>
    Spreadsheet,

    /// <summary>iCalendar, with an event for each match.</summary>
    Calendar,
}
