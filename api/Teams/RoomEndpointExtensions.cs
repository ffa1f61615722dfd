using LiveFeed.Api.OpenApi;

namespace LiveFeed.Api.Teams;

internal static class RoomEndpointExtensions
{
    /// <summary>Makes an endpoint one that reads what is for a team's members.</summary>
    public static RouteHandlerBuilder RequireRoomReadAccess(this RouteHandlerBuilder endpoint) => endpoint
        .RequireAuthorization()
        .AddEndpointFilter<RoomReadAccessFilter>()
        .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound);
}
