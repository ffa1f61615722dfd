using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Api.Http;

internal static class EventEndpointExtensions
{
    /// <summary>Returns the feed of the event that is read.</summary>
    public static TopicFeed Feed(this HttpContext context) => context.Features.GetRequiredFeature<TopicFeed>();

    /// <summary>Makes an endpoint one that reads an event.</summary>
    public static RouteHandlerBuilder RequireEventReadAccess(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter<EventReadAccessFilter>();

    /// <summary>Makes an endpoint one that writes to an event, which requires a signed-in user.</summary>
    public static RouteHandlerBuilder RequireSignInForEvent(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireAuthorization().AddEndpointFilter<EventIdValidationFilter>();
}
