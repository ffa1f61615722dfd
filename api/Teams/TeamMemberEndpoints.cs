using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Teams;

/// <summary>The members of a team: coaches, players and families.</summary>
internal static class TeamMemberEndpoints
{
    public static void MapTeamMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/api/events/{eventId}/teams/{teamId}/members").WithTags("Teams");

        members.MapGet("", ListAsync).RequireRoomReadAccess()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("List a team's members", "Coaches, players and families, by name. For them, and for the event's organizers.");

        members.MapPut("/{userId}", PutAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Give a user a role in a team", "player and family read and write in the team's room; a coach also manages the team's members and deletes messages, is a coach of the event (and may keep score), and is named by organizers only. Who is no member of the event becomes one, as spectator.")
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.UserNotFound,
                ErrorCode.EventArchived);

        members.MapDelete("/{userId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Take a user's role in a team away", "By a coach of the team or an organizer; a coach's by an organizer; players and families may leave by themselves. Closes the user's streams of the room at once. The user stays a member of the event.")
            .ProducesErrors(
                ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.MemberNotFound, ErrorCode.EventArchived);

        app.MapGet("/api/me/teams", ListOwnAsync).RequireAuthorization().WithTags("Teams")
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List your teams", "Those of all events to which you belong as coach, player or family, those of open events first, with what you are to each.");
    }

    private static async Task<JsonWithETag<Page<OwnTeamView>>> ListOwnAsync(PageQuery page, HttpContext context, ITeamMemberReads members, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await members.ListOfUserAsync(context.Actor().UserId, page.Paging, cancellationToken));

    private static async Task<JsonWithETag<Page<TeamMemberView>>> ListAsync(
        EventId eventId, int teamId, PageQuery page, ITeamMemberReads members, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await members.ListAsync(eventId, teamId, page.Paging, cancellationToken));

    private static Task<Results<Ok<TeamMemberView>, Problem>> PutAsync(
        EventId eventId, int teamId, UserId userId, TeamMemberBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new PutTeamMember(context.Actor(), eventId, teamId, userId, body.Role, key.Value));

    private static Task<Results<NoContent, Problem>> DeleteAsync(
        EventId eventId, int teamId, UserId userId, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveTeamMember(context.Actor(), eventId, teamId, userId, key.Value));
}

/// <summary>What a user is to a team.</summary>
/// <param name="Role">The role.</param>
internal sealed record TeamMemberBody(TeamRole Role);
