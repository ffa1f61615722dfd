using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Sessions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.ScorerLinks;

/// <summary>Coming in by a scorer link. The secret is in the body, because addresses are logged on their way.</summary>
internal static class HelperEndpoints
{
    public static void MapHelpers(this IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/api/auth/scorer-links").WithTags("Scorer links");

        links.MapPost("/preview", PreviewAsync)
            .LimitsItself()
            .Describe("Read a scorer link", "What can be scored by it, and until when, for whoever has the link. Changes nothing.")
            .ProducesErrors(ErrorCode.ScorerLinkNotFound);

        links.MapPost("", UseAsync)
            .LimitsItself()
            .Describe("Use a scorer link", "Opens a session for a helper without an account, as POST /api/auth/login does for a user: its tokens read the event, and claim and score the matches of the link's court, or its match, until the link expires or is revoked. The name is what others see. The same name with the same deviceId is the same helper again. With `?cookies=true` the tokens travel in httpOnly cookies.")
            .ProducesErrors(ErrorCode.ScorerLinkNotFound, ErrorCode.InvalidRequest, ErrorCode.LimitReached);
    }

    private static async Task<Results<Ok<FoundScorerLink>, Problem>> PreviewAsync(
        ScorerLinkSecret body, HttpContext context, EndpointRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await FindAsync(body.Secret, context, limit, mediator, cancellationToken)).ToResult(found => TypedResults.Ok(found));
    }

    private static async Task<Results<Ok<SessionView>, Problem>> UseAsync(
        HelperBody body, HttpContext context, EndpointRateLimit limit, IMediator mediator,
        [Description("Whether the tokens travel in cookies.")] QueryFlag cookies, CancellationToken cancellationToken)
    {
        var found = await FindAsync(body.Secret, context, limit, mediator, cancellationToken);
        if (found.Value is not { } link)
            return new Problem(found.Error!);
        var result = await mediator.SendAsync(new UseScorerLink(link.EventId, body.Secret, body.Name, body.DeviceId, SessionEndpoints.Device(context)));
        return result.ToResult(session => SessionEndpoints.Tokens(context, session, cookies.Value));
    }

    /// <summary>Finds a link. A link has a bucket of its own; only what is none counts against the address, which a whole hall shares.</summary>
    private static async Task<Result<FoundScorerLink>> FindAsync(
        string secret, HttpContext context, EndpointRateLimit limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindScorerLink(secret), cancellationToken);
        var limited = found.Value is { } link
            ? await limit.TryTakeAsync(context, RateLimitPolicy.ScorerLinkUse, link.Id)
            : await limit.TryTakeAsync(context, RateLimitPolicy.UnknownScorerLink, context.ClientAddress());
        return limited is null ? found : limited;
    }
}

/// <summary>A scorer link.</summary>
/// <param name="Secret">What follows # in the link.</param>
internal sealed record ScorerLinkSecret(string Secret);

/// <summary>Who comes by a scorer link.</summary>
/// <param name="Secret">What follows # in the link.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="DeviceId">The device's own random id, as in claims; without it each call makes another helper.</param>
internal sealed record HelperBody(string Secret, string Name, string? DeviceId = null);
