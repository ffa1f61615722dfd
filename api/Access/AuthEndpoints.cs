using LiveFeed.Api.Common;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;

namespace LiveFeed.Api.Access;

/// <summary>Accounts and sessions.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Access");

        auth.MapPost("/register", RegisterAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Make an account", "The answer's id is what organizers give roles to. Display names are seen by others, e-mail addresses never.")
            .Returns<UserView>(201)
            .ProducesErrors(ErrorCode.EmailTaken, ErrorCode.InvalidRequest);

        auth.MapPost("/login", LogInAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Sign in", "With `?cookies=true` the tokens travel in httpOnly cookies, for browsers, and the body has no refresh token. Repeated failures slow the answer down.")
            .Query("cookies", "Whether the tokens travel in cookies.", Schemas.Flag)
            .Returns<SessionView>(200)
            .ProducesErrors(ErrorCode.InvalidCredentials);

        auth.MapPost("/refresh", RefreshAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Exchange a refresh token", "A refresh token works once and is replaced by a new one. Using one twice ends the whole session, because it must have been copied. Send it in the body, or let the browser send its cookie.")
            .Returns<SessionView>(200)
            .ProducesErrors(ErrorCode.InvalidRefreshToken);

        auth.MapPost("/logout", LogOutAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Sign out", "Ends the session of the refresh token in the body or cookie. The access token stays valid until it expires.")
            .Returns(204);

        auth.MapGet("/me", MeAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Who am I", "The signed-in user.")
            .Returns<UserView>(200)
            .ProducesErrors(ErrorCode.UserNotFound);
    }

    private static async Task<IResult> RegisterAsync(RegisterBody body, HttpContext context, AccountRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        if (limit.TryTake(context, body.Email) is { } refusal)
            return new Problem(refusal);
        var result = await mediator.Send(new RegisterUser(body.Email, body.Password, body.DisplayName), cancellationToken);
        return result.ToResult(context, user => Responses.Json(UserView.Of(user), StatusCodes.Status201Created));
    }

    private static async Task<IResult> LogInAsync(
        LogInBody body, HttpContext context, AccountRateLimit limit, LoginThrottle brake, IMediator mediator, CancellationToken cancellationToken)
    {
        if (limit.TryTake(context, body.Email) is { } refusal)
            return new Problem(refusal);
        var account = AccountRateLimit.Key(body.Email);
        await brake.WaitAsync(account, cancellationToken);
        var result = await mediator.Send(new LogIn(body.Email, body.Password), cancellationToken);
        if (result.Error is null)
            brake.Succeeded(account);
        else
            brake.Failed(account);
        return result.ToResult(context, session => Tokens(context, session, context.Request.Query["cookies"] == "true"));
    }

    private static async Task<IResult> RefreshAsync(RefreshBody? body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var fromCookie = body?.RefreshToken is null;
        if ((body?.RefreshToken ?? context.Request.Cookies[AuthCookies.Refresh]) is not { Length: > 0 and < 200 } token)
            return new Problem(new Error(ErrorCode.InvalidRefreshToken, "Send the refresh token in the body, or sign in again."));
        var result = await mediator.Send(new RefreshSession(token), cancellationToken);
        if (result.Error is not null && fromCookie)
            AuthCookies.Clear(context);
        return result.ToResult(context, session => Tokens(context, session, fromCookie));
    }

    private static async Task<IResult> LogOutAsync(RefreshBody? body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        AuthCookies.Clear(context);
        if ((body?.RefreshToken ?? context.Request.Cookies[AuthCookies.Refresh]) is { Length: > 0 and < 200 } token)
            await mediator.Send(new LogOut(token), cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> MeAsync(HttpContext context, IMemberReads members, CancellationToken cancellationToken) =>
        await members.FindUserAsync(context.Actor().UserId, cancellationToken) is { } user
            ? Responses.Json(UserView.Of(user))
            : new Problem(new Error(ErrorCode.UserNotFound, "This user is no more. Sign in again."));

    private static IResult Tokens(HttpContext context, Session session, bool asCookies)
    {
        if (asCookies)
            AuthCookies.Set(context, session);
        context.Response.Headers.CacheControl = "no-store";
        return Responses.Json(new SessionView(
            session.Access.Token, (int)session.Access.Lifetime.TotalSeconds, asCookies ? null : session.RefreshToken, UserView.Of(session.User)));
    }
}

/// <summary>A new account.</summary>
internal sealed record RegisterBody(string Email, string Password, string DisplayName);

internal sealed record LogInBody(string Email, string Password);

internal sealed record RefreshBody(string? RefreshToken = null);

/// <summary>A signed-in user, as that user sees it.</summary>
internal sealed record UserView(string Id, string Email, string DisplayName, GlobalRole Role, DateTimeOffset CreatedAt)
{
    public static UserView Of(User user) => new(user.Id, user.Email, user.DisplayName, user.Role, user.CreatedAt);
}

/// <summary>A session's tokens.</summary>
/// <param name="AccessToken">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds from now.</param>
/// <param name="RefreshToken">Null if it is sent in a cookie.</param>
/// <param name="User">Who signed in.</param>
internal sealed record SessionView(string AccessToken, int ExpiresIn, string? RefreshToken, UserView User);
