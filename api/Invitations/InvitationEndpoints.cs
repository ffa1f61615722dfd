using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Invitations;

/// <summary>Links by which people get a role in an event.</summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var invitations = app.MapGroup("/api/events/{eventId}/invitations").WithTags("Members");

        invitations.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Invite by link", "Returns a link by which people who sign in get this role: one person unless uses says more, for 7 days unless expiresAt says otherwise. The secret is in the fragment, which browsers send to no server, and can't be read again. An invitation ends with its maker's right to manage the event. Those for a team's players, families and coaches are made at the team.")
            .Produces<NewInvitationView>(201)
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.InvalidRequest, ErrorCode.LimitReached);

        invitations.MapGet("", ListAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("List invitations", "Those that can be used, without those for a team, the newest first, with who made each. For organizers.");

        invitations.MapDelete("/{invitationId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Revoke an invitation", "Nobody can use it any more. Whoever has used it keeps the role.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.InvitationNotFound);

        var links = app.MapGroup("/api/invitations/{token}").WithTags("Members");

        links.MapGet("", GetAsync)
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read an invitation", "What role it gives in what event or team, for whoever has the link, signed in or not.")
            .ProducesErrors(ErrorCode.InvitationNotFound);

        links.MapPost("/accept", AcceptAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Accept an invitation", "Gives you the role. If you have it already, or a higher one, nothing changes and the invitation is not used.")
            .ProducesErrors(ErrorCode.InvitationNotFound, ErrorCode.UserNotFound);
    }

    private static Task<Results<JsonHttpResult<NewInvitationView>, Problem>> PostAsync(
        EventId eventId, InvitationBody body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(
            mediator, new CreateInvitation(context.Actor(), eventId, body.Role, body.TeamIds ?? [], new InvitationTerms(body.Uses, body.ExpiresAt)), issued => NewInvitationView.Created(issued, context));

    private static async Task<JsonWithETag<Page<InvitationView>>> ListAsync(
        EventId eventId, PageQuery page, IInvitationReads invitations, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await invitations.ListAsync(eventId, null, page.Paging, cancellationToken));

    private static Task<Results<NoContent, Problem>> DeleteAsync(EventId eventId, string invitationId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RevokeInvitation(context.Actor(), eventId, null, invitationId));

    private static async Task<Results<Ok<FoundInvitation>, Problem>> GetAsync(
        string token, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await mediator.Send(new FindInvitation(token), cancellationToken)).ToResult(found => TypedResults.Ok(found));
    }

    private static async Task<Results<Ok<MemberView>, Problem>> AcceptAsync(
        string token, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindInvitation(token), cancellationToken);
        return found.Value is { } invitation
            ? await context.WriteAsync(mediator, new AcceptInvitation(context.Actor(), invitation.EventId, token))
            : new Problem(found.Error!);
    }
}

/// <summary>The role that an invitation gives.</summary>
/// <param name="Role">The role.</param>
/// <param name="TeamIds">The teams that a coach or family follows.</param>
/// <param name="Uses">How many people can use it; 1 if it is missing.</param>
/// <param name="ExpiresAt">Until when it can be used; for 7 days if it is missing.</param>
internal sealed record InvitationBody(EventRole Role, IReadOnlyList<int>? TeamIds = null, int? Uses = null, DateTimeOffset? ExpiresAt = null);
