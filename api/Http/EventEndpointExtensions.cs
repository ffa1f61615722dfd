using LiveFeed.Api.OpenApi;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Api.Http;

internal static class EventEndpointExtensions
{
    /// <summary>Returns the feed of the event that is read.</summary>
    public static TopicFeed Feed(this HttpContext context) => context.Features.GetRequiredFeature<TopicFeed>();

    /// <summary>Returns whether the reader may manage the event that is read.</summary>
    public static bool MayManage(this HttpContext context) => context.Feed().Access.MayManage(context.Reader());

    /// <summary>Makes an endpoint one that reads an event.</summary>
    public static RouteHandlerBuilder RequireEventReadAccess(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter<EventReadAccessFilter>()
        .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound);

    /// <summary>Makes an endpoint one that reads an event for its organizers and for administrators.</summary>
    public static RouteHandlerBuilder RequireOrganizer(this RouteHandlerBuilder endpoint) => endpoint
        .RequireAuthorization().RequireEventReadAccess()
        .AddEndpointFilter<OrganizerFilter>()
        .ProducesErrors(ErrorCode.RoleRequired);
}
