using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace LiveFeed.Api.Schedules;

/// <summary>The schedule of an event: what is played when, where and by whom.</summary>
internal static class ScheduleEndpoints
{
    /// <summary>The maximum size of a schedule or an import, in bytes.</summary>
    public const int MaxUpload = 8 * 1024 * 1024;

    // Enum.TryParse accepts more than the words of the contract: numbers, and several words at once.
    private static readonly Dictionary<string, MatchStatus> Statuses =
        Enum.GetValues<MatchStatus>().ToDictionary(status => JsonNamingPolicy.CamelCase.ConvertName(status.ToString()));

    public static void MapSchedule(this IEndpointRouteBuilder app)
    {
        var schedule = app.MapGroup("/api/events/{eventId}").WithTags("Schedule");

        schedule.MapPut("/schedule", PutAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.ScheduleWrite)
            .WithMetadata(new RequestSizeLimitAttribute(MaxUpload))
            .Describe("Put the whole schedule", "All or nothing. Scores and claims of matches that stay are kept; those of matches that leave go with them. A match whose teams are not known yet has team1Label and team2Label instead. At most 8 MB.")
            .Idempotent().AcceptsIfMatch().Returns<ScheduleSummary>(200).ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.BodyTooLarge);

        schedule.MapGet("/schedule", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read the whole schedule", "In the form in which it is uploaded. Its ETag is what PUT takes as If-Match.")
            .Returns<Schedule>(200).ProducesNotModified()
            .ProducesReadErrors();

        schedule.MapGet("/matches", MatchesAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List matches", "By start time. A match without a score counts as scheduled.")
            .Paged().Query("teamId", "Matches of this team.", Schemas.Id).Query("division", "Matches of this division.", Schemas.Id)
            .Query("court", "Matches on this court.", Schemas.Id).Query("status", "Matches that have come so far.", Schemas.WordsOf<MatchStatus>)
            .Returns<Page<MatchView>>(200).ProducesNotModified()
            .ProducesReadErrors();

        schedule.MapGet("/matches/{matchId}", MatchAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a match", "The plan; its score is under /scores.")
            .Returns<MatchView>(200).ProducesNotModified()
            .ProducesReadErrors(ErrorCode.MatchNotFound);

        schedule.MapGet("/teams", TeamsAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List teams", "By id.")
            .Paged().Query("division", "Teams of this division.", Schemas.Id).Returns<Page<TeamView>>(200).ProducesNotModified()
            .ProducesReadErrors();
    }

    private static Task<IResult> PutAsync(string eventId, ScheduleBody body, HttpContext context, IMediator mediator) =>
        ETags.ReadTag(context) is { Error: { } error }
            ? Task.FromResult<IResult>(new Problem(error))
            : context.WriteAsync(
                mediator,
                key => new PutSchedule(context.Actor(), eventId, body.ToSchedule(), key, ETags.ReadTag(context).Value!.Tag),
                summary =>
                {
                    context.Response.Headers.ETag = $"\"{ScheduleVersion.Of(body.ToSchedule())}\"";
                    return Responses.Json(summary);
                });

    private static Task<IResult> GetAsync(string eventId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        "schedule", () => schedule.ScheduleAsync(eventId, CancellationToken.None), found => $"\"{ScheduleVersion.Of(found)}\"");

    private static async Task<IResult> MatchesAsync(string eventId, HttpContext context, IScheduleReads schedule)
    {
        var paging = context.Paging();
        var filter = Filter(context);
        return (paging.Error ?? filter.Error) is { } error
            ? new Problem(error)
            : await context.CachedAsync(
                $"matches {filter.Value} {paging.Value!.Paging}", () => schedule.MatchesAsync(eventId, filter.Value!, paging.Value!.Paging, CancellationToken.None));
    }

    private static Task<IResult> MatchAsync(string eventId, int matchId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        $"match {matchId}", () => schedule.MatchAsync(eventId, matchId, CancellationToken.None), null,
        new Error(ErrorCode.MatchNotFound, "There is no match with this id in the event."));

    private static async Task<IResult> TeamsAsync(string eventId, HttpContext context, IScheduleReads schedule)
    {
        var paging = context.Paging();
        var division = Requests.Id(context, "division");
        return (paging.Error ?? division.Error) is { } error
            ? new Problem(error)
            : await context.CachedAsync(
                $"teams {division.Value!.Id} {paging.Value!.Paging}", () => schedule.TeamsAsync(eventId, division.Value!.Id, paging.Value!.Paging, CancellationToken.None));
    }

    private static Result<MatchFilter> Filter(HttpContext context)
    {
        var (team, division, court) = (Requests.Id(context, "teamId"), Requests.Id(context, "division"), Requests.Id(context, "court"));
        if ((team.Error ?? division.Error ?? court.Error) is { } error)
            return error;
        var text = context.Request.Query["status"].ToString();
        if (text.Length > 0 && !Statuses.ContainsKey(text))
            return Error.Invalid(ErrorCode.InvalidRequest, "status", "status is scheduled, inProgress, final or cancelled.");
        return new MatchFilter(team.Value!.Id, division.Value!.Id, court.Value!.Id, text.Length > 0 ? Statuses[text] : null);
    }
}

/// <summary>A whole schedule.</summary>
internal sealed record ScheduleBody(
    IReadOnlyList<ScheduledMatch> Matches, IReadOnlyList<ScheduledName>? Divisions = null, IReadOnlyList<ScheduledName>? Courts = null,
    IReadOnlyList<ScheduledTeam>? Teams = null)
{
    public Schedule ToSchedule() => new(
        Divisions ?? [], Courts ?? [], Teams ?? [],
        [.. Matches.Select(match => match with { StartsAt = match.StartsAt?.ToMilliseconds(), EndsAt = match.EndsAt?.ToMilliseconds() })]);
}
