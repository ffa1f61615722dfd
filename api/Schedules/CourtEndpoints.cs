using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>Single courts of a schedule.</summary>
internal static class CourtEndpoints
{
    public static void MapCourts(this IEndpointRouteBuilder app)
    {
        var courts = app.MapGroup("/api/events/{eventId}/courts").WithTags("Schedule");
        courts.MapGet("/{courtId}", GetAsync).ReadsItem("court", ErrorCode.CourtNotFound);
        courts.MapPost("", AddAsync).AddsItem("court");
        courts.MapPatch("/{courtId}", ChangeAsync).ChangesItem(
            ErrorCode.CourtNotFound, "Rename a court", "All matches that show its name are published.");
        courts.MapDelete("/{courtId}", RemoveAsync).RemovesItem("court", ErrorCode.CourtNotFound, "If matches are played on it, that is rejected as in_use, with the matches.");
    }

    private static Task<Results<JsonWithETag<NamedView>, Problem>> GetAsync(EventId eventId, int courtId, HttpContext context, IScheduleReads schedule) => context.CachedAsync(
        FormattableString.Invariant($"court {courtId}"), () => schedule.CourtAsync(eventId, courtId, CancellationToken.None), CommonErrors.CourtNotFound,
        found => ETags.ETag(ItemVersion.Of(found)));

    private static Task<Results<Created<NamedView>, Problem>> AddAsync(EventId eventId, NewName body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.AddAsync(mediator, new AddCourt(context.Actor(), eventId, body, key.Value), "courts", added => (added.Id, ItemVersion.Of(added)));

    private static Task<Results<Ok<NamedView>, Problem>> ChangeAsync(
        EventId eventId, int courtId, NameChange body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.ChangeAsync(mediator, new RenameCourt(context.Actor(), eventId, courtId, body, key.Value, ifMatch.Value), ItemVersion.Of);

    private static Task<Results<NoContent, Problem>> RemoveAsync(
        EventId eventId, int courtId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveCourt(context.Actor(), eventId, courtId, key.Value, ifMatch.Value));
}
