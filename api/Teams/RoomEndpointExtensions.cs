using LiveFeed.Api.OpenApi;

namespace LiveFeed.Api.Teams;

internal static class RoomEndpointExtensions
{
    /// <summary>Makes an endpoint one that reads what is for a team's members.</summary>
    public static RouteHandlerBuilder RequireRoomReadAccess(this RouteHandlerBuilder endpoint) => endpoint
        .RequireAuthorization()
        .AddEndpointFilter<RoomReadAccessFilter>()
        .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound);

    /// <summary>Makes an endpoint one that reads what is for who manages a team. Its first arguments are the ids of the event and of the team.</summary>
    public static RouteHandlerBuilder RequireTeamManager(this RouteHandlerBuilder endpoint) => endpoint
        .RequireRoomReadAccess()
        .AddEndpointFilter<TeamManagerFilter>()
        .ProducesErrors(ErrorCode.RoleRequired);
}
