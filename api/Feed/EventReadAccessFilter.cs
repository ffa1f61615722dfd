using LiveFeed.Api.Common;
using LiveFeed.Api.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Api.Feed;

/// <summary>Runs before every read of an event: finds its feed, and rejects readers without access.</summary>
internal sealed class EventReadAccessFilter(IFeedHub hub) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var eventId = (string?)http.Request.RouteValues["eventId"];
        if (Domain.Events.EventId.Validate(eventId) is { } malformed)
            return new Problem(malformed);
        if (await hub.FindAsync(eventId!, http.RequestAborted) is not { } feed)
            return new Problem(new Error(ErrorCode.EventNotFound, "There is no event with this id."));
        if (feed.Access.CheckReadAccess(http.Reader()) is { } refusal)
            return new Problem(refusal);
        http.Features.Set(feed);
        return await next(context);
    }
}

/// <summary>Runs before every write to an event: checks the format of its id. The transaction checks who may write.</summary>
internal sealed class EventIdValidationFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Domain.Events.EventId.Validate((string?)context.HttpContext.Request.RouteValues["eventId"]) is { } malformed ? new Problem(malformed) : await next(context);
}

internal static class EventAccessExtensions
{
    /// <summary>Returns the feed of the event that is read.</summary>
    public static IEventFeed Feed(this HttpContext context) => context.Features.GetRequiredFeature<IEventFeed>();

    /// <summary>Makes an endpoint one that reads an event.</summary>
    public static RouteHandlerBuilder RequireEventReadAccess(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter<EventReadAccessFilter>();

    /// <summary>Makes an endpoint one that writes to an event, which requires a signed-in user.</summary>
    public static RouteHandlerBuilder RequireSignInForEvent(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireAuthorization().AddEndpointFilter<EventIdValidationFilter>();
}
