using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>Single courts of a schedule.</summary>
internal static class CourtEndpoints
{
    public static void MapCourts(this IEndpointRouteBuilder app)
    {
        var courts = app.MapGroup("/api/events/{eventId}/courts").WithTags("Schedule");

        courts.MapGet("/{courtId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a court", "Its ETag is what PATCH and DELETE take as If-Match.")
            .ProducesErrors(ErrorCode.CourtNotFound);

        courts.MapPost("", AddAsync).IsScheduleEdit()
            .Describe("Add a court", "The rest of the schedule stays as it is.")
            .ProducesETag(201)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.IdTaken);

        courts.MapPatch("/{courtId}", ChangeAsync).IsScheduleEdit()
            .Describe("Rename a court", "All matches that show its name are published.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.CourtNotFound);

        courts.MapDelete("/{courtId}", RemoveAsync).IsScheduleEdit()
            .Describe("Remove a court", "If matches are played on it, that is rejected as in_use, with the matches.")
            .ProducesErrors(ErrorCode.CourtNotFound, ErrorCode.InUse);
    }

    private static Task<Results<JsonWithETag<NamedView>, Problem>> GetAsync(EventId eventId, int courtId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        FormattableString.Invariant($"court {courtId}"), () => schedule.CourtAsync(eventId, courtId, CancellationToken.None), CommonErrors.CourtNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<Created<NamedView>, Problem>> AddAsync(EventId eventId, NewName body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.AddAsync(mediator, new AddCourt(context.Actor(), eventId, body, key.Value), "courts", added => added.Id);

    private static Task<Results<Ok<NamedView>, Problem>> ChangeAsync(
        EventId eventId, int courtId, NameChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new RenameCourt(context.Actor(), eventId, courtId, body, key.Value, ifMatch.Value));

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, int courtId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveCourt(context.Actor(), eventId, courtId, key.Value, ifMatch.Value));
}
