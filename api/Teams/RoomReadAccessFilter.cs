using System.Globalization;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Feed;
using LiveFeed.Api.Http;

namespace LiveFeed.Api.Teams;

/// <summary>Runs around every read of a team's room: rejects readers without access.</summary>
internal sealed class RoomReadAccessFilter(TopicReads topics) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!EventId.TryParse((string?)http.Request.RouteValues["eventId"], out var eventId))
            return new Problem(EventId.Malformed);
        // What is no id has its response already.
        if (!int.TryParse((string?)http.Request.RouteValues["teamId"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var teamId))
            return await next(context);
        var (feed, error) = await topics.FindRoomAsync(http, eventId, teamId);
        if (feed is null)
            return new Problem(error!);
        var result = await next(context);
        // What was read meanwhile may be from after a change of access.
        return feed.Access.CheckReadAccess(http.Reader()) is { } denied ? new Problem(denied) : result;
    }
}
