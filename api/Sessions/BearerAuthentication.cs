using System.Security.Claims;
using System.Text.Encodings.Web;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Hosting;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Sessions;

/// <summary>
/// Reads the access token of a request. Browsers can't set headers on a stream, so streams and polls may also send the token in a cookie,
/// or send a ticket in its place. No other request may, so that a cookie alone can never write.
/// </summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IAccessTokenReader tokens, IMediator mediator)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await ReadAsync() is not { } read)
            return AuthenticateResult.NoResult();
        if (read.Value is not { } token)
        {
            // InvalidTokenRejection ends the request. The framework would log a failure for each, at Information: a client that sends thousands
            // a second would fill the log.
            Context.Features.Set(new InvalidTokenError(read.Error!));
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(token);
        var identity = new ClaimsIdentity([new System.Security.Claims.Claim("sub", token.Actor.UserId.Value)], SchemeName, "sub", null);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Problem.WriteAsync(
        Context, new Error(ErrorCode.TokenRequired, "Sign in with POST /api/auth/login, and send the access token as Authorization: Bearer."));

    private async Task<Result<ReadToken>?> ReadAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                ? await tokens.ReadAsync(header[Prefix.Length..].Trim())
                : new Error(ErrorCode.InvalidToken, "Send the access token as Authorization: Bearer.");
        }

        if (Context.GetEndpoint()?.Metadata.GetMetadata<AcceptsStreamCredentials>() is null)
            return null;
        if (Request.Cookies[AuthCookies.Access] is { Length: > 0 } cookie && CrossOrigin.IsSameOrigin(Request))
            return await tokens.ReadAsync(cookie);
        if (Request.Query["ticket"].ToString() is not { Length: > 0 } ticket)
            return null;
        var redeemed = await mediator.Send(new RedeemStreamTicket(ticket), Context.RequestAborted);
        return redeemed.Value is { } owner ? new ReadToken(owner.User.ToActor(), owner.AccessEndsAt, owner.SessionId) : redeemed.Error!;
    }
}
