using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Scores;

/// <summary>Scores: written by the holder of a match's claim, read by everybody.</summary>
internal static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder app)
    {
        var scores = app.MapGroup("/api/events/{eventId}/scores").WithTags("Scores");

        scores.MapPost("", PostAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.ScoreWrite)
            .Describe("Write a score", "Send all sets so far. The writer must hold the match's live claim, which the write renews. A score that can't be in the match's format is rejected; one that is merely unusual is stored, and the response has warnings. A match that ended other than by play has an outcome, with the winner: it needs no sets. The score of a tie follows from its rubbers, and only such an outcome is accepted for it; anything else is rejected as score_follows_rubbers. occurredAt is when the scorer's device recorded it, corrected by what the claim found out about its clock; over a day ago, or in the future, it counts as now. An update that is no newer than a score written before the claim is rejected as stale_update and kept as a conflict.")
            .DescribeResponse(201, "The match's first score.").ProducesETag(201).DescribeResponse(200, "The changed score.").ProducesETag(200)
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.InvalidScore, ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimRequired, ErrorCode.ClaimHeld,
                ErrorCode.StaleUpdate, ErrorCode.ScoreOfficial, ErrorCode.ScoreFollowsRubbers, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound);

        app.MapPut("/api/events/{eventId}/matches/{matchId}/official", SignAsync).RequireAuthorization().AllowHelpers()
            .WithTags("Scores")
            .RequireRateLimit(RateLimitPolicy.ScoreWrite)
            .Describe("Make a score official", "As by the referee's signature: by the holder of the match's claim, or an organizer, once the score is final. Only organizers can change it then, or take this back. It is a revision and an entry of its own. Send the ETag of the score that was seen as If-Match: one that was corrected in the meantime is not signed unseen.")
            .ProducesETag(200)
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.InvalidScore, ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimRequired, ErrorCode.ClaimHeld,
                ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound, ErrorCode.ScoreNotFound);

        scores.MapGet("", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List scores", "By match id. The ETag is the feed's cursor.");

        scores.MapGet("/conflicts", ConflictsAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List conflicts", "Updates that came too late, newest first, for an organizer to review.");

        scores.MapGet("/{matchId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a score", "Its ETag is what a write takes as If-Match.")
            .ProducesErrors(ErrorCode.ScoreNotFound);

        scores.MapGet("/{matchId}/history", HistoryAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read a score's history", "Every update, newest first.");
    }

    // Step W1: reads the request.
    private static async Task<Results<ScoreResponse, Problem>> PostAsync(
        EventId eventId, PostScoreBody body, IdempotencyKey key, IfMatchVersion ifMatch, DeviceId device, HttpContext context, IMediator mediator)
    {
        var result = await body.WriteAsync(eventId, key.Value ?? body.ClientUpdateId, ifMatch.Value, device, context, mediator);
        return context.MarkReplay(result).Value is { } score ? new ScoreResponse(eventId, score) : new Problem(result.Error!);
    }

    private static Task<Results<Ok<ScoreView>, Problem>> SignAsync(
        EventId eventId, MatchId matchId, OfficialBody body, IdempotencyKey key, IfMatchVersion ifMatch, DeviceId device, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new SignScore(context.Actor(), eventId, matchId, body.Official, device.Value, key.Value, ifMatch.Value), score =>
        {
            context.ETag(score);
            return TypedResults.Ok(score);
        });

    private static Task<JsonWithETag<Page<ScoreView>>> ListAsync(
        EventId eventId, PageQuery page, [Description("Scores of this team's matches.")] QueryInt teamId,
        [Description("Scores of this division's matches.")] QueryInt division, HttpContext context, IScoreReads scores) => context.CachedAsync(
        $"scores {teamId.Value} {division.Value} {page.Paging}", () => scores.ListAsync(eventId, teamId.Value, division.Value, page.Paging, CancellationToken.None));

    private static Task<Results<JsonWithETag<ScoreView>, Problem>> GetAsync(
        EventId eventId, MatchId matchId, HttpContext context, IScoreReads scores) => context.CachedAsync(
        $"score {matchId}", () => scores.FindAsync(eventId, matchId, CancellationToken.None),
        new Error(ErrorCode.ScoreNotFound, "This match has no score yet, or there is no such match."), ETags.ETag);

    private static Task<JsonWithETag<Page<ScoreRevisionView>>> HistoryAsync(
        EventId eventId, MatchId matchId, PageQuery page, HttpContext context, IScoreReads scores) => context.CachedAsync(
        $"history {matchId} {page.Paging}", () => scores.HistoryAsync(eventId, matchId, page.Paging, CancellationToken.None));

    private static async Task<JsonWithETag<Page<ScoreConflictView>>> ConflictsAsync(
        EventId eventId, PageQuery page, IScoreReads scores, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await scores.ConflictsAsync(eventId, page.Paging, cancellationToken));
}
