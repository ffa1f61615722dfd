using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.People;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiveFeed.Api.Schedules;

/// <summary>The schedule of an event: what is played when, where and by whom.</summary>
internal static class ScheduleEndpoints
{
    /// <summary>The maximum size of a schedule or an import, in bytes.</summary>
    public const int MaxUpload = 8 * 1024 * 1024;

    public static void MapSchedule(this IEndpointRouteBuilder app)
    {
        var schedule = app.MapGroup("/api/events/{eventId}").WithTags("Schedule");

        schedule.MapPut("/schedule", PutAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.ScheduleWrite)
            .WithMetadata(new RequestSizeLimitAttribute(MaxUpload))
            .Describe("Put the whole schedule", "All or nothing. Scores and claims of matches that stay are kept. What a match leaves out of number, officials, workTeamId, notBefore, followedBy, tieId, leg, partOf and rubber stays as it is, and null clears it; so do the players of a team. With mode=merge the schedule adds to what is stored and removes nothing. If the schedule would remove matches that have a score, or change their teams, it is rejected as scored_matches_affected, with a list of them. With affectScored=true it is stored: the scores of removed matches are archived and return with the match, swapped sides swap the sets, any other change of a team empties the score. A label that becomes a team is no change. A match whose teams are not known yet has team1Label and team2Label instead. A match with partOf is a rubber of that match, and has its sides; rubbers that would overwrite a score are rejected as tie_has_score. At most 8 MB.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.BodyTooLarge, ErrorCode.ScoredMatchesAffected, ErrorCode.TieHasScore);

        schedule.MapGet("/schedule", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read the whole schedule", "In the form in which it is uploaded. Its ETag is what PUT takes as If-Match. Names of players and officials are there as far as the event publishes them; who keeps score or manages the event gets all.");

        schedule.MapGet("/matches", MatchesAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List matches", "By start time. A match without a score counts as scheduled.");

        schedule.MapGet("/matches/{matchId}", MatchAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a match", "The plan; its score is under /scores. Its ETag is what PATCH and DELETE take as If-Match.")
            .ProducesErrors(ErrorCode.MatchNotFound);

        schedule.MapGet("/teams", TeamsAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List teams", "By id.");
    }

    private static Task<Results<Ok<ScheduleSummary>, Problem>> PutAsync(
        EventId eventId, ScheduleBody body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator,
        [Description("Whether matches that have a score may be removed, or get other teams.")] QueryFlag affectScored, ScheduleModeQuery mode) =>
        context.WriteAsync(mediator, new PutSchedule(context.Actor(), eventId, body.ToSchedule(), key.Value, ifMatch.Value, affectScored.Value, mode.Value), summary =>
        {
            // The repeat of a response that an earlier version stored has none.
            if (summary.Version is not { } version)
                return TypedResults.Ok(summary);
            var etag = ETags.ETag(version);
            context.Response.Headers.ETag = etag;
            return TypedResults.Ok(summary with { Version = etag });
        });

    private static Task<JsonWithETag<Schedule>> GetAsync(EventId eventId, HttpContext context, IScheduleReads schedule) => context.CachedWithNamesAsync(
        "schedule", full => schedule.ScheduleAsync(eventId, full, CancellationToken.None), found => ETags.ETag(ScheduleVersion.Of(found)));

    private static Task<JsonWithETag<Page<MatchView>>> MatchesAsync(
        EventId eventId, PageQuery page, [Description("Matches of this team.")] QueryInt teamId,
        [Description("Matches of this division.")] QueryInt division, [Description("Matches on this court.")] QueryInt court,
        StatusQuery status, HttpContext context, IScheduleReads schedule)
    {
        var filter = new MatchFilter(teamId.Value, division.Value, court.Value, status.Value);
        return context.CachedWithNamesAsync(
            $"matches {filter} {page.Paging}", full => schedule.MatchesAsync(eventId, filter, full, page.Paging, CancellationToken.None));
    }

    private static Task<Results<JsonWithETag<MatchView>, Problem>> MatchAsync(
        EventId eventId, MatchId matchId, HttpContext context, IScheduleReads schedule) => context.CachedWithNamesAsync(
        $"match {matchId}", full => schedule.MatchAsync(eventId, matchId, full, CancellationToken.None), CommonErrors.MatchNotFound, found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<JsonWithETag<Page<TeamView>>> TeamsAsync(
        EventId eventId, PageQuery page, [Description("Teams of this division.")] QueryInt division, HttpContext context, IScheduleReads schedule) =>
        context.CachedAsync(
            $"teams {division.Value} {page.Paging}", () => schedule.TeamsAsync(eventId, division.Value, page.Paging, CancellationToken.None));
}
