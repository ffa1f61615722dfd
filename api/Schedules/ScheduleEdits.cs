using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Schedules;

/// <summary>What calls that change one thing of a schedule have in common.</summary>
internal static class ScheduleEdits
{
    /// <summary>Makes an endpoint one by which organizers change one thing of a schedule.</summary>
    public static RouteHandlerBuilder IsScheduleEdit(this RouteHandlerBuilder endpoint) => endpoint
        .RequireAuthorization()
        .RequireRateLimit(RateLimitPolicy.Read)
        .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived);

    /// <summary>Carries out a command that adds something, and returns it with its address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="mediator">Sends the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="list">The list in which it is, such as <c>teams</c>.</param>
    /// <param name="item">Returns its id, and its version.</param>
    public static Task<Results<Created<T>, Problem>> AddAsync<T>(
        this HttpContext context, IMediator mediator, ICommand<T> command, string list, Func<T, (object Id, string Version)> item) =>
        context.WriteAsync(mediator, command, added =>
        {
            var (id, version) = item(added);
            context.Response.Headers.ETag = ETags.ETag(version);
            return TypedResults.Created(FormattableString.Invariant($"{context.Request.PathBase}/api/events/{context.Request.RouteValues["eventId"]}/{list}/{id}"), added);
        });

    /// <summary>Carries out a command that changes something, and returns it.</summary>
    public static Task<Results<Ok<T>, Problem>> ChangeAsync<T>(this HttpContext context, IMediator mediator, ICommand<T> command, Func<T, string> version) =>
        context.WriteAsync(mediator, command, changed =>
        {
            context.Response.Headers.ETag = ETags.ETag(version(changed));
            return TypedResults.Ok(changed);
        });
}
