using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiveFeed.Api.Schedules;

/// <summary>Shows what a file would change in a schedule. Changes nothing itself.</summary>
internal static class SchedulePreviewEndpoint
{
    private const string Sample =
        """
        id,division,court,team1,team2,startsAt,endsAt
        1,Women,Court 1,Blue,Red,2026-07-04T14:30:00Z,2026-07-04T15:30:00Z
        2,Women,Court 1,Winner of match 1,"Green, City",2026-07-04T16:30:00+02:00,2026-07-04T17:30:00+02:00
        """;

    public static void MapSchedulePreview(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/events/{eventId}/schedule/preview", PreviewAsync).RequireOrganizer()
            .WithTags("Schedule")
            .RequireRateLimit(RateLimitPolicy.ScheduleWrite)
            .WithMetadata(new RequestSizeLimitAttribute(ScheduleEndpoints.MaxUpload), new TextExample("text/csv", Sample), new TextExample("text/plain", Sample), new TextExample("application/octet-stream", Sample))
            .Accepts<ScheduleBody>("application/json", "text/csv", "text/plain", "application/octet-stream")
            .Describe("Preview a schedule's file", "The body is the file itself; its format is recognized by its content: the body of PUT /schedule, openfootball's JSON, a court schedule, iCalendar with an event for each match (its SUMMARY has both teams, its LOCATION the court, its first category the division), or a table as spreadsheets and league systems write it, as CSV or as a workbook (.xlsx, .xls; the first sheet with rows): with any of the usual headings in English, German, French, Spanish or Italian, titles above them or not, commas, semicolons, tabs or bars between the fields of CSV, in UTF-8, UTF-16 or Windows-1252. If a table has no headings, the parameter mapping names columns by their numbers. Times without a zone are in the event's. An item that a file names without an id keeps the id under which it is stored. With mode=merge, as in the PUT, what the file doesn't have stays. The response has the schedule to PUT, with version as If-Match, what that would change, and how the file was read; or else all errors of the file, by line and column or by path. Nothing is changed. For organizers. At most 8 MB.")
            .ProducesErrors(ErrorCode.BodyTooLarge);

    private static async Task<Ok<SchedulePreview>> PreviewAsync(
        EventId eventId, ScheduleFileQuery query, ScheduleModeQuery mode, HttpContext context, IScheduleFileReader files, IEventReads events, IScheduleReads schedules, IScoreReads scores,
        SchedulePolicy policy, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, cancellationToken);
        var zone = EventTimeZone.FindOrUtc((await events.FindAsync(eventId, cancellationToken))?.TimeZone);
        var options = new ScheduleFileOptions(zone, query.DateOrder, query.Mapping, query.Absent);
        var file = files.Read(content.GetBuffer().AsMemory(0, (int)content.Length), options);

        var stored = await schedules.ScheduleAsync(eventId, fullNames: true, cancellationToken);
        var version = ETags.ETag(ScheduleVersion.Of(stored));
        if (file.Schedule is not { } read)
            return Faulty(file.Faults);
        var schedule = IdReconciler.Reconcile(read.Cleaned(), stored, await scores.ArchivedAsync(eventId, cancellationToken), file.OwnIds, mode.Value);
        if (file.Format is ScheduleFormat.Csv or ScheduleFormat.Spreadsheet)
            schedule = TableDetails.Reconcile(schedule, stored);
        // LiveFeed's own JSON is checked as it is, because that is what PUT does with it.
        if ((file.Format == ScheduleFormat.LiveFeed ? read : schedule).AppliedTo(stored, mode.Value).Validate() is { } error)
            return Faulty(FileFault.FromError(error));
        var plan = PoolsAndSources.Complete(schedule.AppliedTo(stored, mode.Value));
        var scored = await scores.ListAsync(eventId, null, null, new Paging(int.MaxValue, 0), cancellationToken);
        var played = scored.Items.Where(score => !score.IsEmpty).Select(score => score.MatchId).ToHashSet();
        var affected = AffectedMatch.Between(stored, plan).Where(match => played.Contains(match.MatchId)).ToList();
        var clashes = ScheduleClashes.Find(plan, policy);
        return TypedResults.Ok(new SchedulePreview(
            file.Format, schedule, version, ScheduleChanges.Between(stored, plan, played), affected, [.. clashes.Take(ScheduleClashes.MaxWarnings)], clashes.Count, [],
            FileReadingView.From(file.Reading, plan)));

        Ok<SchedulePreview> Faulty(IReadOnlyList<FileFault> faults) =>
            TypedResults.Ok(new SchedulePreview(file.Format, null, version, null, [], [], 0, faults, FileReadingView.From(file.Reading, null)));
    }
}
