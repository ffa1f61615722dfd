using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Sessions;
using LiveFeed.Domain.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiveFeed.Api.Privacy;

/// <summary>What people can do about what is stored of them.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/api/me").WithTags("Access");

        me.MapGet("/export", ExportAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Transfer)
            .Describe("Export what is stored of you", "One document with the account, its open sessions, roles, messages, claims, scores and whatever else has your id, without secrets. As a file (`Content-Disposition`).")
            .Produces<OwnDataView>()
            .ProducesErrors(ErrorCode.UserNotFound, ErrorCode.Overloaded);

        me.MapDelete("", EraseAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Erase your account", "It can't be undone. All your sessions, roles, claims, invitations and scorer links end at once, and the email address can be registered again. Within seconds your messages are deleted, and your name is taken out of everything that stays: readers get a snapshot without it. Scores that you posted stay, under an id that nothing is known of. The last administrator, and the only organizer of an event that is not archived (`events` has their ids and names), get 409. Limited as signing in is, and repeated failures delay the response.")
            .ProducesErrors(ErrorCode.InvalidCredentials, ErrorCode.InvalidRequest, ErrorCode.UserNotFound, ErrorCode.LastOrganizer, ErrorCode.LastAdministrator);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IMemberReads members, CancellationToken cancellationToken) =>
        await members.FindUserAsync(context.Actor().UserId, cancellationToken) is { } user
            ? new OwnDataFile(new OwnAccount(user.Id, user.Email, user.DisplayName, user.Role, user.CreatedAt), context.Token()!.SessionId)
            : new Problem(CommonErrors.UserNotFound);

    private static async Task<Results<NoContent, Problem>> EraseAsync(
        [FromBody] ErasureBody body, HttpContext context, IMemberReads members, EndpointRateLimit limit, LoginThrottle throttle, IMediator mediator,
        CancellationToken cancellationToken)
    {
        var userId = context.Actor().UserId;
        if (await members.FindUserAsync(userId, cancellationToken) is not { } user)
            return new Problem(CommonErrors.UserNotFound);
        if (await limit.TryTakeAccountAsync(context, user.Email) is { } error)
            return new Problem(error);
        var account = EndpointRateLimit.AccountAtAddress(context, user.Email);
        await throttle.WaitAsync(account, cancellationToken);
        var result = await mediator.Send(new EraseAccount(userId, body.Password), cancellationToken);
        if (result.Error is { Code: ErrorCode.InvalidCredentials })
            await throttle.FailedAsync(account);
        else
            await throttle.SucceededAsync(account);
        if (result.Error is null)
            AuthCookies.Clear(context);
        return result.ToResult(_ => TypedResults.NoContent());
    }
}
