using LiveFeed.Api.Errors;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Api.Http;

/// <summary>Runs around every read of an event: finds its feed, and rejects readers without access.</summary>
internal sealed class EventReadAccessFilter(FeedRegistry feeds) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!EventId.TryParse((string?)http.Request.RouteValues["eventId"], out var eventId))
            return new Problem(EventId.Malformed);
        if (await feeds.FindAsync(Topics.ForEvent(eventId), http.RequestAborted) is not { } feed)
            return new Problem(CommonErrors.EventNotFound);
        var access = feed.Access;
        if (access.CheckReadAccess(http.Reader()) is { } error)
            return new Problem(error);
        http.Features.Set(feed);
        var result = await next(context);
        // What was read meanwhile may be from after a change of access.
        return !ReferenceEquals(feed.Access, access) && !http.Response.HasStarted && feed.Access.CheckReadAccess(http.Reader()) is { } denied
            ? new Problem(denied)
            : result;
    }
}
