using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.People;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Lineups;

/// <summary>Who plays for the sides of matches: written by the holder of a match's claim or an organizer, read by everybody.</summary>
internal static class LineupEndpoints
{
    public static void MapLineups(this IEndpointRouteBuilder app)
    {
        var lineup = app.MapGroup("/api/events/{eventId}/matches/{matchId}/lineups/{side}").WithTags("Players");

        lineup.MapPut("", PutAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.IncidentWrite)
            .Describe("Put the line-up of a side", "By the holder of the match's claim, which the write renews, or by an organizer. It replaces the one before; an empty one removes it. If the side is given to another team, its line-up is removed; if the sides are swapped, so are the line-ups. Readers of the feed are told by an entry lineup-update, which has no players.")
            .ProducesErrors(
                ErrorCode.InvalidLineup, ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimRequired, ErrorCode.ClaimHeld, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound);

        lineup.MapGet("", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read the line-up of a side", "In the order in which it was given. Names are there as far as the event publishes them; who keeps score or manages the event gets all.")
            .ProducesErrors(ErrorCode.LineupNotFound);

        app.MapGet("/api/events/{eventId}/matches/{matchId}/lineups", OfMatchAsync).WithTags("Players").RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read the line-ups of a match", "Those that were given, side 1 first; none is an empty list. Names are there as in the line-up of one side.")
            .ProducesErrors(ErrorCode.MatchNotFound);
    }

    private static Task<Results<Ok<LineupView>, Problem>> PutAsync(
        EventId eventId, MatchId matchId, [Description("1 or 2.")] int side, PutLineupBody body, IdempotencyKey key, DeviceId device, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new PutLineup(context.Actor(), eventId, matchId, side, new(body.Players), key.Value, device.Value));

    private static Task<Results<JsonWithETag<MatchLineupsView>, Problem>> OfMatchAsync(EventId eventId, MatchId matchId, HttpContext context, ILineupReads lineups) => context.CachedWithNamesAsync(
        FormattableString.Invariant($"lineups {matchId}"), full => lineups.OfMatchAsync(eventId, matchId, full, CancellationToken.None), CommonErrors.MatchNotFound);

    private static Task<Results<JsonWithETag<LineupView>, Problem>> GetAsync(
        EventId eventId, MatchId matchId, [Description("1 or 2.")] int side, HttpContext context, ILineupReads lineups) => context.CachedWithNamesAsync(
        FormattableString.Invariant($"lineup {matchId} {side}"), full => lineups.FindAsync(eventId, matchId, side, full, CancellationToken.None),
        new Error(ErrorCode.LineupNotFound, "Nobody has given a line-up for this side, or there is no such match."));
}
