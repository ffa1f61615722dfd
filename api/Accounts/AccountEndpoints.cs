using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;

namespace LiveFeed.Api.Accounts;

/// <summary>Accounts.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Access");

        auth.MapPost("/register", RegisterAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Make an account", "Organizers give roles to the id in the response. Others see the display name, never the e-mail address.")
            .Returns<UserView>(201)
            .ProducesErrors(ErrorCode.EmailTaken, ErrorCode.InvalidRequest);

        auth.MapGet("/me", MeAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Who am I", "The signed-in user.")
            .Returns<UserView>(200)
            .ProducesErrors(ErrorCode.UserNotFound);
    }

    private static async Task<IResult> RegisterAsync(RegisterBody body, HttpContext context, AccountRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        if (limit.TryTake(context, body.Email) is { } error)
            return new Problem(error);
        var result = await mediator.Send(new RegisterUser(body.Email, body.Password, body.DisplayName), cancellationToken);
        return result.ToResult(context, user => Responses.Json(UserView.Of(user), StatusCodes.Status201Created));
    }

    private static async Task<IResult> MeAsync(HttpContext context, IMemberReads members, CancellationToken cancellationToken) =>
        await members.FindUserAsync(context.Actor().UserId, cancellationToken) is { } user
            ? Responses.Json(UserView.Of(user))
            : new Problem(new Error(ErrorCode.UserNotFound, "This user is no more. Sign in again."));
}
