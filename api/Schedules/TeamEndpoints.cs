using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>Single teams of a schedule.</summary>
internal static class TeamEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder app)
    {
        var teams = app.MapGroup("/api/events/{eventId}/teams").WithTags("Schedule");
        teams.MapGet("/{teamId}", GetAsync).ReadsItem("team", ErrorCode.TeamNotFound);
        teams.MapPost("", AddAsync).AddsItem("team");
        teams.MapPatch("/{teamId}", ChangeAsync).ChangesItem(
            ErrorCode.TeamNotFound, "Change a team", "What is left out stays as it is; a divisionId of null clears it. All matches that show its name are published.");
        teams.MapDelete("/{teamId}", RemoveAsync).RemovesItem("team", ErrorCode.TeamNotFound, "If a match names it, as a player or as its work team, that is rejected as in_use, with the matches.");
    }

    private static Task<Results<JsonWithETag<TeamView>, Problem>> GetAsync(EventId eventId, int teamId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        FormattableString.Invariant($"team {teamId}"), () => schedule.TeamAsync(eventId, teamId, CancellationToken.None), CommonErrors.TeamNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<Created<TeamView>, Problem>> AddAsync(EventId eventId, NewTeam body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.AddAsync(mediator, new AddTeam(context.Actor(), eventId, body, key.Value), "teams", added => (added.Id, ItemVersion.Of(added)));

    private static Task<Results<Ok<TeamView>, Problem>> ChangeAsync(
        EventId eventId, int teamId, TeamChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new ChangeTeam(context.Actor(), eventId, teamId, body, key.Value, ifMatch.Value), ItemVersion.Of);

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, int teamId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveTeam(context.Actor(), eventId, teamId, key.Value, ifMatch.Value));
}
