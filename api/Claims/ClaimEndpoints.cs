using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;

namespace LiveFeed.Api.Claims;

/// <summary>Claims: leases on matches.</summary>
internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup("/api/events/{eventId}/claims").WithTags("Claims");

        claims.MapPost("/{matchId}", ClaimAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.ClaimWrite)
            .Describe("Claim a match", "Only the user who holds a match's claim may write its score. A claim ends by itself; every score written under it renews it, and so does this call by its holder. The body may be left out.")
            .Idempotent().ProducesCreated<ClaimView>("Claimed.").Returns<ClaimView>(200, "Renewed.")
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.RoleRequired, ErrorCode.ClaimHeld, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound);

        claims.MapDelete("/{matchId}", ReleaseAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.ClaimWrite)
            .Describe("Release a match", "By its holder, or by an organizer or administrator, who may release anyone's.")
            .Idempotent().Returns(204)
            .ProducesErrors(ErrorCode.NotAMember, ErrorCode.ClaimHeld, ErrorCode.ClaimNotFound, ErrorCode.EventNotFound);

        claims.MapGet("", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List live claims", "By match id.")
            .Paged().Returns<Page<ClaimView>>(200).ProducesNotModified()
            .ProducesReadErrors();

        claims.MapGet("/{matchId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a match's claim", "Who scores the match now, and when the claim expires unless it is renewed.")
            .Returns<ClaimView>(200).ProducesNotModified()
            .ProducesReadErrors(ErrorCode.ClaimNotFound);
    }

    private static Task<IResult> ClaimAsync(string eventId, int matchId, ClaimBody? body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(
            mediator,
            key => new ClaimMatch(context.Actor(), eventId, matchId, body?.ExpiresAt, key),
            claimed =>
            {
                if (!claimed.IsNew)
                    return Responses.Json(claimed.Claim);
                context.Response.Headers.Location = $"/api/events/{eventId}/claims/{matchId}";
                return Responses.Json(claimed.Claim, StatusCodes.Status201Created);
            });

    private static Task<IResult> ReleaseAsync(string eventId, int matchId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, key => new ReleaseClaim(context.Actor(), eventId, matchId, key));

    private static async Task<IResult> ListAsync(string eventId, HttpContext context, IClaimReads claims, CancellationToken cancellationToken)
    {
        // Not from the cache: a renewal by a score is not published in the feed every time.
        var paging = context.Paging();
        return paging.Value is { } page ? context.Fresh(await claims.ListAsync(eventId, page.Paging, cancellationToken)) : new Problem(paging.Error!);
    }

    private static async Task<IResult> GetAsync(string eventId, int matchId, HttpContext context, IClaimReads claims, CancellationToken cancellationToken) =>
        await claims.FindAsync(eventId, matchId, cancellationToken) is { } claim
            ? context.Fresh(claim)
            : new Problem(new Error(ErrorCode.ClaimNotFound, "Nobody holds this match."));
}

/// <summary>When the claim shall expire; after the default lease if left out.</summary>
internal sealed record ClaimBody(DateTimeOffset? ExpiresAt = null);
