using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Clocks;

/// <summary>The clocks of matches: set by the holder of a match's claim, read by everybody.</summary>
internal static class ClockEndpoints
{
    public static void MapClocks(this IEndpointRouteBuilder app)
    {
        var clock = app.MapGroup("/api/events/{eventId}/matches/{matchId}/clock").WithTags("Clocks");

        clock.MapPut("", PutAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.ClockWrite)
            .Describe("Set a match's clock", "When it starts, stops, or a period ends: readers count on by themselves while it runs. The writer must hold the match's live claim, which the write renews. A clock that runs backwards is rejected unless it is a correction. occurredAt is when the scorer's device recorded it; what was recorded without a network is counted on until it arrives.")
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.InvalidClock, ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimRequired, ErrorCode.ClaimHeld,
                ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound);

        clock.MapGet("", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a match's clock", "While it runs, count on from at, by the server's clock, which is in the header Date.")
            .ProducesErrors(ErrorCode.ClockNotFound);
    }

    private static async Task<Results<Ok<ClockView>, Problem>> PutAsync(
        EventId eventId, MatchId matchId, PutClockBody body, IdempotencyKey key, DeviceId device, HttpContext context, IMediator mediator)
    {
        if (IdempotencyKey.ValidateUpdateId(body.ClientUpdateId) is { } error)
            return new Problem(error);
        var reading = new ClockReading(body.Period, body.State, body.ElapsedMs, body.Added);
        return await context.WriteAsync(mediator, new PutClock(
            context.Actor(), eventId, matchId, reading, body.OccurredAt, body.Correction, body.ClientUpdateId, key.Value ?? body.ClientUpdateId, device.Value));
    }

    private static Task<Results<JsonWithETag<ClockView>, Problem>> GetAsync(EventId eventId, MatchId matchId, HttpContext context, IClockReads clocks) =>
        context.CachedAsync(
            $"clock {matchId}", () => clocks.FindAsync(eventId, matchId, CancellationToken.None),
            new Error(ErrorCode.ClockNotFound, "This match has no clock, or there is no such match."));
}
