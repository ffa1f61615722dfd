using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using LiveFeed.Api.Sessions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Accounts;

/// <summary>Accounts.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Access");

        auth.MapPost("/register", RegisterAsync)
            .RequireRateLimit(RateLimitPolicy.Register)
            .Describe("Make an account", "Organizers give roles to the id in the response. Others see the display name, never the email address. A password has at least 10 characters and is not one of those that are tried first.")
            .Produces<UserView>(201)
            .ProducesErrors(ErrorCode.EmailTaken, ErrorCode.InvalidRequest);

        auth.MapGet("/me", MeAsync)
            .RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Who am I", "The signed-in user.")
            .ProducesErrors(ErrorCode.UserNotFound);

        auth.MapPut("/password", ChangePasswordAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Change your password", "The new one follows the rules of registration. All your other sessions end; that of this request goes on. Limited as signing in is, and repeated failures delay the response.")
            .ProducesErrors(ErrorCode.WrongPassword, ErrorCode.InvalidRequest, ErrorCode.UserNotFound);
    }

    private static async Task<Results<JsonHttpResult<UserView>, Problem>> RegisterAsync(
        RegisterBody body, HttpContext context, EndpointRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        if (await limit.TryTakeAccountAsync(context, body.Email) is { } error)
            return new Problem(error);
        var result = await mediator.Send(new RegisterUser(body.Email, body.Password, body.DisplayName), cancellationToken);
        return result.ToResult(user => TypedResults.Json(UserView.Of(user), statusCode: StatusCodes.Status201Created));
    }

    private static async Task<Results<NoContent, Problem>> ChangePasswordAsync(
        PasswordBody body, HttpContext context, IMemberReads members, EndpointRateLimit limit, LoginThrottle throttle, IMediator mediator,
        CancellationToken cancellationToken)
    {
        var userId = context.Actor().UserId;
        if (await members.FindUserAsync(userId, cancellationToken) is not { } user)
            return new Problem(Gone);
        if (await limit.TryTakeAccountAsync(context, user.Email) is { } error)
            return new Problem(error);
        var account = EndpointRateLimit.AccountAtAddress(context, user.Email);
        await throttle.WaitAsync(account, cancellationToken);
        var result = await mediator.Send(
            new ChangePassword(userId, body.CurrentPassword, body.NewPassword, context.Token()!.SessionId), cancellationToken);
        if (result.Error is null)
            await throttle.SucceededAsync(account);
        else if (result.Error.Code == ErrorCode.WrongPassword)
            await throttle.FailedAsync(account);
        return result.ToResult(_ => TypedResults.NoContent());
    }

    private static readonly Error Gone = new(ErrorCode.UserNotFound, "This user is no more. Sign in again.");

    private static async Task<Results<Ok<UserView>, Problem>> MeAsync(
        HttpContext context, IMemberReads members, CancellationToken cancellationToken) =>
        await members.FindUserAsync(context.Actor().UserId, cancellationToken) is { } user
            ? TypedResults.Ok(UserView.Of(user))
            : new Problem(Gone);
}
