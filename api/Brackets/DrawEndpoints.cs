using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Schedules;
using LiveFeed.Domain.Brackets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Brackets;

/// <summary>Makes the matches of a division from its teams.</summary>
internal static class DrawEndpoints
{
    public static void MapDraws(this IEndpointRouteBuilder app)
    {
        var draws = app.MapGroup("/api/events/{eventId}/draws").WithTags("Brackets");

        draws.MapPost("", MakeAsync).IsScheduleEdit()
            .Describe("Make a draw", $"Adds the matches of a single or double elimination, a round robin, or pools with or without a bracket after them to a division, with the teams and pools that it needs, all or nothing. Teams are seeded: the best meet as late as possible, and have the byes. A bracket of pools that the division has takes fromPools in place of teams. Sides that are not known yet come from other matches or from pools, and fill in with the results. Times and courts are set afterwards. If the division has matches already, that is rejected as division_has_matches, unless add is true. A draw has at most {NewDraw.MaxMatches} matches.")
            .ProducesErrors(ErrorCode.InvalidDraw, ErrorCode.DivisionHasMatches, ErrorCode.InvalidSchedule);

        draws.MapPost("/preview", PreviewAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Preview a draw", "Takes what the draw takes, and returns what that would return. Nothing is changed. For organizers.")
            .ProducesErrors(ErrorCode.InvalidDraw, ErrorCode.DivisionHasMatches, ErrorCode.InvalidSchedule);
    }

    private static Task<Results<Ok<DrawView>, Problem>> MakeAsync(EventId eventId, NewDraw body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new MakeDraw(context.Actor(), eventId, body, key.Value));

    private static async Task<Results<Ok<DrawView>, Problem>> PreviewAsync(
        EventId eventId, NewDraw body, IScheduleReads schedules, IScoreReads scores, IStandingsReads standings, CancellationToken cancellationToken)
    {
        var archived = await scores.ArchivedAsync(eventId, cancellationToken);
        var tables = await standings.ListAsync(eventId, body.DivisionId, new Paging(int.MaxValue, 0), cancellationToken);
        return DrawPreview.Create(await schedules.ScheduleAsync(eventId, fullNames: true, cancellationToken), body, archived.Select(score => score.MatchId), tables.Items).ToResult(TypedResults.Ok);
    }
}
