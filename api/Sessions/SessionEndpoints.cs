using System.ComponentModel;
using LiveFeed.Api.Accounts;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Sessions;

/// <summary>Signing in and out, and the sessions that are open.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Access");

        auth.MapPost("/login", LogInAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Sign in", "With `?cookies=true` the tokens travel in httpOnly cookies, for browsers, and the body has no refresh token. Repeated failures delay the response.")
            .ProducesErrors(ErrorCode.InvalidCredentials);

        auth.MapPost("/refresh", RefreshAsync)
            .LimitsItself()
            .Describe("Exchange a refresh token", "A refresh token works once and is replaced by a new one. For 30 s after its first use a repeat returns the same new one, because responses get lost; once that one was used, a repeat gets 401 `refresh_superseded` and changes nothing. A later repeat ends the whole session, because the token must have been copied. Send it in the body, or let the browser send its cookie.")
            .ProducesErrors(ErrorCode.InvalidRefreshToken, ErrorCode.RefreshSuperseded);

        auth.MapPost("/logout", LogOutAsync)
            .LimitsItself()
            .Describe("Sign out", "Ends the session of the refresh token in the body or cookie. Its access tokens are refused from now on, and its streams end.");

        auth.MapGet("/cookies", (HttpContext context) => TypedResults.Ok(new CookiesView(AuthCookies.AreKept(context))))
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Find out whether cookies are kept", "Browsers keep the cookies of signing in over https, and over http only if `LiveFeed__Auth__AllowInsecureCookies` is set. Otherwise a session over http ends with the page, so pages say so before somebody signs in.");

        auth.MapGet("/sessions", ListAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List your sessions", "Those that are open, the last used first. A session's id is in its access tokens as `sid`.");

        auth.MapDelete("/sessions/{sessionId}", EndAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("End a session", "As signing out there: its tokens are refused from now on, with 401 `session_ended`, and its streams end with `bye` `session_ended`.")
            .ProducesErrors(ErrorCode.SessionNotFound);

        auth.MapDelete("/sessions", EndOthersAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("End all other sessions", "Signs you out everywhere else. The session of this request goes on; POST /api/auth/logout ends it.");
    }

    private static async Task<Results<Ok<SessionView>, Problem>> LogInAsync(
        LogInBody body, HttpContext context, EndpointRateLimit limit, LoginThrottle throttle, IMediator mediator,
        [Description("Whether the tokens travel in cookies.")] QueryFlag cookies, CancellationToken cancellationToken)
    {
        if (await limit.TryTakeAccountAsync(context, body.Email) is { } error)
            return new Problem(error);
        var account = EndpointRateLimit.AccountAtAddress(context, body.Email);
        await throttle.WaitAsync(account, cancellationToken);
        var result = await mediator.Send(new LogIn(body.Email, body.Password, Device(context)), cancellationToken);
        if (result.Error is null)
            await throttle.SucceededAsync(account);
        else
            await throttle.FailedAsync(account);
        return result.ToResult(session => Tokens(context, session, cookies.Value));
    }

    private static async Task<Results<Ok<SessionView>, Problem>> RefreshAsync(
        RefreshBody? body, HttpContext context, EndpointRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var fromCookie = body?.RefreshToken is null;
        var token = PresentedToken(body, context);
        var found = await FindAsync(token, context, limit, mediator, cancellationToken);
        var result = found.Value is { } session ? await mediator.SendAsync(new RefreshSession(session.UserId, token!, Device(context))) : found.Error!;
        // After refresh_superseded the browser has a newer cookie, or is about to get it.
        if (result.Error?.Code == ErrorCode.InvalidRefreshToken && fromCookie)
            AuthCookies.Clear(context);
        return result.ToResult(session => Tokens(context, session, fromCookie));
    }

    private static async Task<Results<NoContent, Problem>> LogOutAsync(
        RefreshBody? body, HttpContext context, EndpointRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var found = await FindAsync(PresentedToken(body, context), context, limit, mediator, cancellationToken);
        if (found.Error is { Code: ErrorCode.RateLimited } limited)
            return new Problem(limited);
        AuthCookies.Clear(context);
        // A session that is over already has ended as well.
        if (found.Value is { } session)
            await mediator.SendAsync(new EndSession(session.UserId, session.FamilyId));
        return TypedResults.NoContent();
    }

    private static async Task<JsonWithETag<Page<SessionSummary>>> ListAsync(
        PageQuery page, HttpContext context, ISessionReads sessions, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await sessions.ListAsync(context.Actor().UserId, context.Token()!.SessionId, page.Paging, cancellationToken));

    private static Task<Results<NoContent, Problem>> EndAsync(string sessionId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new EndSession(context.Actor().UserId, sessionId));

    private static Task<Results<NoContent, Problem>> EndOthersAsync(HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new EndOtherSessions(context.Actor().UserId, context.Token()!.SessionId));

    internal static string? Device(HttpContext context) => DeviceText.From(context.Request.Headers.UserAgent.ToString());

    private static string? PresentedToken(RefreshBody? body, HttpContext context) => body?.RefreshToken ?? context.Request.Cookies[AuthCookies.Refresh];

    /// <summary>
    /// Finds the session of a token. A session has a bucket of its own; only what is no token counts against the address, so nobody who
    /// shares it can keep a session from being renewed.
    /// </summary>
    private static async Task<Result<FoundSession>> FindAsync(
        string? token, HttpContext context, EndpointRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var found = token is { Length: > 0 and < 200 }
            ? await mediator.Send(new FindSession(token), cancellationToken)
            : new Error(ErrorCode.InvalidRefreshToken, "Send the refresh token in the body, or sign in again.");
        var limited = found.Value is { } session
            ? await limit.TryTakeAsync(context, RateLimitPolicy.Refresh, session.FamilyId)
            : await limit.TryTakeAsync(context, RateLimitPolicy.UnknownRefresh, context.ClientAddress());
        return limited is null ? found : limited;
    }

    internal static Ok<SessionView> Tokens(HttpContext context, Session session, bool asCookies)
    {
        if (asCookies)
            AuthCookies.Set(context, session);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SessionView(
            session.Access.Token, (int)session.Access.Lifetime.TotalSeconds, asCookies ? null : session.RefreshToken, UserView.Of(session.User)));
    }
}

internal sealed record LogInBody(string Email, string Password);

internal sealed record RefreshBody(string? RefreshToken = null);
