using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Members;

/// <summary>The members of an event and their roles.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/api/events/{eventId}/members").WithTags("Members");

        members.MapGet("", ListAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("List members", "By name. For organizers.");

        members.MapGet("/{userId}", GetAsync).RequireAuthorization().RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Read a member", "For organizers, and for the member.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.MemberNotFound);

        members.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Give a person a role by email address", "As PUT, for an organizer who doesn't know the user's id. The person must have an account: user_not_found asks them to register first.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.UserNotFound, ErrorCode.LastOrganizer);

        members.MapPut("/{userId}", PutAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Give a user a role", "organizer, media and coach may claim and score; spectator reads a members-only event. The user must have an account.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.UserNotFound, ErrorCode.LastOrganizer);

        members.MapDelete("/{userId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Take a user's role away", "Closes the user's streams of a members-only event at once.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.MemberNotFound, ErrorCode.LastOrganizer);
    }

    private static async Task<JsonWithETag<Page<MemberView>>> ListAsync(
        EventId eventId, PageQuery page, IMemberReads members, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await members.ListAsync(eventId, page.Paging, cancellationToken));

    private static async Task<Results<JsonWithETag<MemberView>, Problem>> GetAsync(
        EventId eventId, UserId userId, HttpContext context, IMemberReads members, CancellationToken cancellationToken)
    {
        if (userId != context.Actor().UserId && !context.MayManage())
            return new Problem(CommonErrors.OrganizerRequired);
        return await members.FindAsync(eventId, userId, cancellationToken) is { } member
            ? ResponseCaching.Fresh(member)
            : new Problem(CommonErrors.MemberNotFound);
    }

    private static Task<Results<Ok<MemberView>, Problem>> PostAsync(
        EventId eventId, AddMemberBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new AddMember(context.Actor(), eventId, body.Email, body.Role, body.TeamIds ?? [], key.Value));

    private static Task<Results<Ok<MemberView>, Problem>> PutAsync(
        EventId eventId, UserId userId, MemberBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new PutMember(context.Actor(), eventId, userId, body.Role, body.TeamIds ?? [], key.Value));

    private static Task<Results<NoContent, Problem>> DeleteAsync(
        EventId eventId, UserId userId, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RemoveMember(context.Actor(), eventId, userId, key.Value));
}

/// <summary>The role for a person, and the teams that a coach or family follows.</summary>
/// <param name="Email">The address that the person registered with.</param>
/// <param name="Role">The role.</param>
/// <param name="TeamIds">The teams.</param>
internal sealed record AddMemberBody(string Email, EventRole Role, IReadOnlyList<int>? TeamIds = null);

/// <summary>A role, and the teams that a coach or family follows.</summary>
internal sealed record MemberBody(EventRole Role, IReadOnlyList<int>? TeamIds = null);
