using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>Single divisions of a schedule.</summary>
internal static class DivisionEndpoints
{
    public static void MapDivisions(this IEndpointRouteBuilder app)
    {
        var divisions = app.MapGroup("/api/events/{eventId}/divisions").WithTags("Schedule");
        divisions.MapGet("/{divisionId}", GetAsync).ReadsItem("division", ErrorCode.DivisionNotFound);
        divisions.MapPost("", AddAsync).AddsItem("division");
        divisions.MapPatch("/{divisionId}", ChangeAsync).ChangesItem(
            ErrorCode.DivisionNotFound, "Change a division", "What is left out stays as it is, and null clears it; pools are all its pools. All matches that show its name, or are played in its format, are published. A format that contradicts scores of its matches is rejected.")
            .ProducesErrors(ErrorCode.FormatContradictsScores);
        divisions.MapDelete("/{divisionId}", RemoveAsync).RemovesItem("division", ErrorCode.DivisionNotFound, "If it has teams or matches, that is rejected as in_use, with both.");
    }

    private static Task<Results<JsonWithETag<DivisionView>, Problem>> GetAsync(EventId eventId, int divisionId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        FormattableString.Invariant($"division {divisionId}"), () => schedule.DivisionAsync(eventId, divisionId, CancellationToken.None), CommonErrors.DivisionNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<Created<DivisionView>, Problem>> AddAsync(EventId eventId, NewDivision body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.AddAsync(mediator, new AddDivision(context.Actor(), eventId, body, key.Value), "divisions", added => (added.Id, ItemVersion.Of(added)));

    private static Task<Results<Ok<DivisionView>, Problem>> ChangeAsync(
        EventId eventId, int divisionId, DivisionChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new ChangeDivision(context.Actor(), eventId, divisionId, body, key.Value, ifMatch.Value), ItemVersion.Of);

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, int divisionId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveDivision(context.Actor(), eventId, divisionId, key.Value, ifMatch.Value));
}
