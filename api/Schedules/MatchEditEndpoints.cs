using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>Adds, changes and removes single matches of a schedule.</summary>
internal static class MatchEditEndpoints
{
    public static void MapMatchEdits(this IEndpointRouteBuilder app)
    {
        var matches = app.MapGroup("/api/events/{eventId}/matches").WithTags("Schedule");

        matches.MapPost("", AddAsync).IsScheduleEdit()
            .Describe("Add a match", "The other matches stay as they are. With partOf it is a rubber of that match: its sides are left out, and are those of its tie. The response has the clashes of the match: it is stored all the same.")
            .ProducesETag(201)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.IdTaken, ErrorCode.TieHasScore);

        matches.MapPatch("/{matchId}", ChangeAsync).IsScheduleEdit()
            .Describe("Change a match", "Moves it, or gives it other teams, officials and the like. What is left out stays as it is, and null clears it. Its score and its claim stay, and readers whose filter it enters or leaves learn of it. If it has a score and would get other teams, that is rejected as scored_matches_affected, unless affectScored=true: then exchanged sides exchange the sets, and any other team empties the score.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.MatchNotFound, ErrorCode.ScoredMatchesAffected, ErrorCode.TieHasScore);

        matches.MapDelete("/{matchId}", RemoveAsync).IsScheduleEdit()
            .Describe("Remove a match", "With its claim. If a side of another match comes from it, or if it has rubbers, that is rejected as in_use, with the matches. If it has a score, that is rejected as scored_matches_affected, unless affectScored=true: then the score is archived, and returns with the match.")
            .ProducesErrors(ErrorCode.MatchNotFound, ErrorCode.InUse, ErrorCode.ScoredMatchesAffected);
    }

    private static Task<Results<Created<MatchEdit>, Problem>> AddAsync(
        EventId eventId, NewMatch body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.AddAsync(mediator, new AddMatch(context.Actor(), eventId, body, key.Value), "matches", added => (added.Match.Id, ItemVersion.Of(added.Match)));

    private static Task<Results<Ok<MatchEdit>, Problem>> ChangeAsync(
        EventId eventId, MatchId matchId, MatchChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator,
        [Description("Whether the match may get other teams if it has a score.")] QueryFlag affectScored) =>
        context.ChangeAsync(
            mediator, new ChangeMatch(context.Actor(), eventId, matchId, body, key.Value, ifMatch.Value, affectScored.Value), changed => ItemVersion.Of(changed.Match));

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, MatchId matchId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator,
        [Description("Whether the match may be removed if it has a score.")] QueryFlag affectScored) =>
        context.WriteAsync(mediator, new RemoveMatch(context.Actor(), eventId, matchId, key.Value, ifMatch.Value, affectScored.Value));
}
