using System.ComponentModel;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Domain.Exports;

namespace LiveFeed.Api.Exports;

/// <summary>Files of an event for other programs: spreadsheets and calendars. Whoever may read the event gets them.</summary>
internal static class ExportEndpoints
{
    private const string Csv = "text/csv";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Calendar = "text/calendar";

    private const string Schedule = "One row for each match, by start time, with the columns from which the preview of a schedule's file reads the same schedule again. ";
    private const string Results = "One row for each match, by start time: the columns of the schedule, then the status, the winner's name, how the match ended if not by play, the sets won or, if sets don't decide, the total, what was played apart from the periods, and both teams' numbers in each period. ";
    private const string Cells = "Times are in the event's time zone, which their headings name. A text that a spreadsheet would take for a formula begins with an apostrophe.";

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/api/events/{eventId}").WithTags("Import and export");

        exports.MapTable("schedule.csv", Csv, (reads, eventId, filter) => reads.ScheduleAsync(eventId, filter))
            .Describe("Export the schedule as CSV", $"{Schedule}{Cells} In UTF-8 with a byte order mark.")
            .ProducesFile(Csv, "The schedule.", ExportSamples.Schedule);
        exports.MapTable("schedule.xlsx", Spreadsheet, (reads, eventId, filter) => reads.ScheduleAsync(eventId, filter))
            .Describe("Export the schedule as a workbook", $"{Schedule}{Cells}")
            .ProducesFile(Spreadsheet, "The schedule.");
        exports.MapTable("results.csv", Csv, (reads, eventId, filter) => reads.ResultsAsync(eventId, filter))
            .Describe("Export the results as CSV", $"{Results}{Cells} In UTF-8 with a byte order mark.")
            .ProducesFile(Csv, "The matches with their results.", ExportSamples.Results);
        exports.MapTable("results.xlsx", Spreadsheet, (reads, eventId, filter) => reads.ResultsAsync(eventId, filter))
            .Describe("Export the results as a workbook", $"{Results}{Cells}")
            .ProducesFile(Spreadsheet, "The matches with their results.");

        exports.MapGet("/calendar.ics", CalendarAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Subscribe to matches in a calendar", "iCalendar with one event for each match that has a start, in UTC. A match keeps its UID; its summary has the result once it is final: the sets won or the total, a shoot-out, a walkover. Its status is CANCELLED if the match is cancelled. A calendar program can't sign in, so it gets 401 for an event of members.")
            .ProducesErrors(ErrorCode.Overloaded)
            .ProducesFile(Calendar, "The calendar.", ExportSamples.Calendar);
    }

    private static RouteHandlerBuilder MapTable(
        this IEndpointRouteBuilder exports, string file, string mediaType, Func<ExportReads, EventId, MatchFilter, Task<ExportTable>> read) =>
        exports.MapGet($"/exports/{file}", (
            EventId eventId, [Description("Matches of this team.")] QueryInt teamId, [Description("Matches of this division.")] QueryInt division,
            HttpContext context, ExportReads reads, LargeReads large, IExportWriter writer) =>
        {
            var filter = new MatchFilter(teamId.Value, division.Value);
            return context.CachedFileAsync($"{file} {filter}", () => large.RunAsync(WriteAsync), mediaType == Csv ? Utf8(Csv) : mediaType, $"{eventId}-{file}");

            async Task<byte[]> WriteAsync()
            {
                var table = await read(reads, eventId, filter);
                return mediaType == Csv ? writer.WriteCsv(table) : await writer.WriteSpreadsheetAsync(table);
            }
        })
        .RequireEventReadAccess()
        .RequireRateLimit(RateLimitPolicy.List)
        .ProducesErrors(ErrorCode.Overloaded);

    private static Task<FileWithETag> CalendarAsync(
        EventId eventId, [Description("Matches of this team.")] QueryInt teamId, [Description("Matches of this division.")] QueryInt division,
        [Description("Matches on this court.")] QueryInt court, HttpContext context, ExportReads reads, LargeReads large, IExportWriter writer)
    {
        var (feed, filter) = (context.Feed(), new MatchFilter(teamId.Value, division.Value, court.Value));
        return context.CachedFileAsync($"calendar.ics {filter}", () => large.RunAsync(WriteAsync), Utf8(Calendar), $"{eventId}.ics");

        async Task<byte[]> WriteAsync() => writer.WriteCalendar(await reads.CalendarAsync(eventId, filter, feed));
    }

    private static string Utf8(string mediaType) => $"{mediaType}; charset=utf-8";
}
