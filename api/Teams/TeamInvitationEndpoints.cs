using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.Invitations;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Teams;

/// <summary>Links by which people get a role in a team.</summary>
internal static class TeamInvitationEndpoints
{
    public static void MapTeamInvitations(this IEndpointRouteBuilder app)
    {
        var invitations = app.MapGroup("/api/events/{eventId}/teams/{teamId}/invitations").WithTags("Teams");

        invitations.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Invite to a team by link", "Returns a link by which people who sign in become players or family of the team, or its coaches: one person unless uses says more, for 7 days unless expiresAt says otherwise. By a coach of the team or an organizer; a coach is invited by an organizer. The secret is in the fragment, which browsers send to no server, and can't be read again. An invitation ends with its maker's right to give its role.")
            .Produces<NewInvitationView>(201)
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.EventArchived,
                ErrorCode.LimitReached);

        invitations.MapGet("", ListAsync).RequireTeamManager()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("List a team's invitations", "Those that can be used, the newest first, with who made each. For the team's coaches and the event's organizers.");

        invitations.MapDelete("/{invitationId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Revoke a team's invitation", "Nobody can use it any more. Whoever has used it keeps the role. For the team's coaches and the event's organizers.")
            .ProducesErrors(
                ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.InvitationNotFound);
    }

    private static Task<Results<JsonHttpResult<NewInvitationView>, Problem>> PostAsync(
        EventId eventId, int teamId, TeamInvitationBody body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(
            mediator, new CreateTeamInvitation(context.Actor(), eventId, teamId, body.Role, new InvitationTerms(body.Uses, body.ExpiresAt)),
            issued => NewInvitationView.Created(issued, context));

    private static async Task<JsonWithETag<Page<InvitationView>>> ListAsync(
        EventId eventId, int teamId, PageQuery page, IInvitationReads invitations, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await invitations.ListAsync(eventId, teamId, page.Paging, cancellationToken));

    private static Task<Results<NoContent, Problem>> DeleteAsync(EventId eventId, int teamId, string invitationId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RevokeInvitation(context.Actor(), eventId, teamId, invitationId));
}

/// <summary>The role in a team that an invitation gives.</summary>
/// <param name="Role">The role.</param>
/// <param name="Uses">How many people can use it; 1 if it is missing.</param>
/// <param name="ExpiresAt">Until when it can be used; for 7 days if it is missing.</param>
internal sealed record TeamInvitationBody(TeamRole Role, int? Uses = null, DateTimeOffset? ExpiresAt = null);
