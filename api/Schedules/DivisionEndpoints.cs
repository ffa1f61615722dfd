using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>Single divisions of a schedule.</summary>
internal static class DivisionEndpoints
{
    public static void MapDivisions(this IEndpointRouteBuilder app)
    {
        var divisions = app.MapGroup("/api/events/{eventId}/divisions").WithTags("Schedule");

        divisions.MapGet("/{divisionId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a division", "Its ETag is what PATCH and DELETE take as If-Match.")
            .ProducesErrors(ErrorCode.DivisionNotFound);

        divisions.MapPost("", AddAsync).IsScheduleEdit()
            .Describe("Add a division", "The rest of the schedule stays as it is.")
            .ProducesETag(201)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.IdTaken);

        divisions.MapPatch("/{divisionId}", ChangeAsync).IsScheduleEdit()
            .Describe("Rename a division", "All matches that show its name are published.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.DivisionNotFound);

        divisions.MapDelete("/{divisionId}", RemoveAsync).IsScheduleEdit()
            .Describe("Remove a division", "If it has teams or matches, that is rejected as in_use, with both.")
            .ProducesErrors(ErrorCode.DivisionNotFound, ErrorCode.InUse);
    }

    private static Task<Results<JsonWithETag<NamedView>, Problem>> GetAsync(EventId eventId, int divisionId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        FormattableString.Invariant($"division {divisionId}"), () => schedule.DivisionAsync(eventId, divisionId, CancellationToken.None), CommonErrors.DivisionNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<Created<NamedView>, Problem>> AddAsync(EventId eventId, NewName body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.AddAsync(mediator, new AddDivision(context.Actor(), eventId, body, key.Value), "divisions", added => added.Id);

    private static Task<Results<Ok<NamedView>, Problem>> ChangeAsync(
        EventId eventId, int divisionId, NameChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new RenameDivision(context.Actor(), eventId, divisionId, body, key.Value, ifMatch.Value));

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, int divisionId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveDivision(context.Actor(), eventId, divisionId, key.Value, ifMatch.Value));
}
