using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.People;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Schedules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Players;

/// <summary>The players of teams.</summary>
internal static class PlayerEndpoints
{
    private const string Published = "Names are there as far as the event publishes them; who keeps score or manages the event gets all. ";

    public static void MapPlayers(this IEndpointRouteBuilder app)
    {
        var players = app.MapGroup("/api/events/{eventId}/teams/{teamId}/players").WithTags("Players");

        players.MapGet("", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List a team's players", $"By id, all of them: at most 100. {Published}Its ETag is what PUT takes as If-Match.")
            .ProducesErrors(ErrorCode.TeamNotFound);
        players.MapGet("/{playerId}", GetAsync).ReadsItem("player", ErrorCode.PlayerNotFound);
        players.MapPut("", PutAsync).IsScheduleEdit()
            .Describe("Put all players of a team", "All or nothing. A player with the id of one of the team's changes that one, one without an id is new, and who isn't in the list is removed.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.TeamNotFound);
        players.MapPost("", AddAsync).AddsItem("player").ProducesErrors(ErrorCode.TeamNotFound);
        players.MapPatch("/{playerId}", ChangeAsync).ChangesItem(
            ErrorCode.PlayerNotFound, "Change a player", "What is left out stays as it is, and null clears it. Incidents and line-ups show the new name, and what is part of the event's state is published.")
            .ProducesErrors(ErrorCode.TeamNotFound);
        players.MapDelete("/{playerId}", RemoveAsync).IsScheduleEdit()
            .Describe("Remove a player", "Incidents and line-ups that name the player keep the name: to take it from there too, give the player another one before.")
            .ProducesErrors(ErrorCode.PlayerNotFound, ErrorCode.TeamNotFound);
    }

    private static Task<Results<JsonWithETag<PlayerList>, Problem>> ListAsync(EventId eventId, int teamId, HttpContext context, IPlayerReads players) => context.CachedWithNamesAsync(
        FormattableString.Invariant($"players {teamId}"), full => players.ListAsync(eventId, teamId, full, CancellationToken.None), CommonErrors.TeamNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<JsonWithETag<PlayerView>, Problem>> GetAsync(
        EventId eventId, int teamId, int playerId, HttpContext context, IPlayerReads players) => context.CachedWithNamesAsync(
        FormattableString.Invariant($"player {teamId} {playerId}"), full => players.FindAsync(eventId, teamId, playerId, full, CancellationToken.None), CommonErrors.PlayerNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<Ok<PlayerList>, Problem>> PutAsync(
        EventId eventId, int teamId, PutPlayersBody body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new PutPlayers(context.Actor(), eventId, teamId, new(body.Players), key.Value, ifMatch.Value), ItemVersion.Of);

    private static Task<Results<Created<PlayerView>, Problem>> AddAsync(
        EventId eventId, int teamId, NewPlayer body, IdempotencyKey key, HttpContext context, IMediator mediator) => context.AddAsync(
        mediator, new AddPlayer(context.Actor(), eventId, teamId, body, key.Value), FormattableString.Invariant($"teams/{teamId}/players"), added => (added.Id, ItemVersion.Of(added)));

    private static Task<Results<Ok<PlayerView>, Problem>> ChangeAsync(
        EventId eventId, int teamId, int playerId, PlayerChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new ChangePlayer(context.Actor(), eventId, teamId, playerId, body, key.Value, ifMatch.Value), ItemVersion.Of);

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, int teamId, int playerId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemovePlayer(context.Actor(), eventId, teamId, playerId, key.Value, ifMatch.Value));
}
