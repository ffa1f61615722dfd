using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;

namespace LiveFeed.Api.Members;

/// <summary>The members of an event and their roles.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/api/events/{eventId}/members").WithTags("Members");

        members.MapGet("", ListAsync).RequireAuthorization().RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("List members", "By name. For organizers.")
            .Paged().Returns<Page<MemberView>>(200).ProducesNotModified()
            .ProducesReadErrors(ErrorCode.RoleRequired);

        members.MapGet("/{userId}", GetAsync).RequireAuthorization().RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Read a member", "For organizers, and for the member.")
            .Returns<MemberView>(200).ProducesNotModified()
            .ProducesReadErrors(ErrorCode.RoleRequired, ErrorCode.MemberNotFound);

        members.MapPost("", PostAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Give a person a role by e-mail address", "As PUT, for an organizer who doesn't know the user's id. The person must have an account: user_not_found asks them to register first.")
            .Idempotent().Returns<MemberView>(200)
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.UserNotFound, ErrorCode.LastOrganizer);

        members.MapPut("/{userId}", PutAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Give a user a role", "organizer, media and coach may claim and score; spectator reads a members-only event. The user must have an account.")
            .Idempotent().Returns<MemberView>(200)
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.UserNotFound, ErrorCode.LastOrganizer);

        members.MapDelete("/{userId}", DeleteAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Take a user's role away", "Closes the user's streams of a members-only event at once.")
            .Idempotent().Returns(204)
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.MemberNotFound, ErrorCode.LastOrganizer);
    }

    private static async Task<IResult> ListAsync(string eventId, HttpContext context, IMemberReads members, CancellationToken cancellationToken)
    {
        if (!context.Feed().Access.MayManage(context.Reader()))
            return new Problem(ForOrganizers);
        var paging = context.Paging();
        return paging.Value is { } page
            ? context.Fresh(await members.ListAsync(eventId, page.Paging, cancellationToken))
            : new Problem(paging.Error!);
    }

    private static async Task<IResult> GetAsync(
        string eventId, string userId, HttpContext context, IMemberReads members, CancellationToken cancellationToken)
    {
        if (userId != context.Actor().UserId && !context.Feed().Access.MayManage(context.Reader()))
            return new Problem(ForOrganizers);
        return await members.FindAsync(eventId, userId, cancellationToken) is { } member
            ? context.Fresh(member)
            : new Problem(new Error(ErrorCode.MemberNotFound, "This user is not a member of the event."));
    }

    private static Task<IResult> PostAsync(string eventId, AddMemberBody body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, key => new AddMember(context.Actor(), eventId, body.Email, body.Role, body.TeamIds ?? [], key));

    private static Task<IResult> PutAsync(string eventId, string userId, MemberBody body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, key => new PutMember(context.Actor(), eventId, userId, body.Role, body.TeamIds ?? [], key));

    private static Task<IResult> DeleteAsync(string eventId, string userId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, key => new RemoveMember(context.Actor(), eventId, userId, key));

    private static readonly Error ForOrganizers = new(ErrorCode.RoleRequired, "Only an organizer of this event, or an administrator, may do this.");
}

/// <summary>The role for a person, and the teams that a coach or family follows.</summary>
/// <param name="Email">The address that the person registered with.</param>
/// <param name="Role">The role.</param>
/// <param name="TeamIds">The teams.</param>
internal sealed record AddMemberBody(string Email, EventRole Role, IReadOnlyList<int>? TeamIds = null);

/// <summary>A role, and the teams that a coach or family follows.</summary>
internal sealed record MemberBody(EventRole Role, IReadOnlyList<int>? TeamIds = null);
