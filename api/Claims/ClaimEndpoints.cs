using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Claims;

/// <summary>Claims: leases on matches.</summary>
internal static partial class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup("/api/events/{eventId}/claims").WithTags("Claims");

        claims.MapPost("/{matchId}", ClaimAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.ClaimWrite)
            .Describe("Claim a match", "Only the user who holds a match's claim may write its score. A claim ends by itself; every score written under it renews it, and so does this call by its holder. The body may be left out.")
            .DescribeResponse(201, "Claimed.").DescribeResponse(200, "Renewed.")
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimHeld, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound);

        claims.MapDelete("/{matchId}", ReleaseAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.ClaimWrite)
            .Describe("Release a match", "By its holder, or by an organizer or administrator, who may release anyone's.")
            .ProducesErrors(ErrorCode.NotAMember, ErrorCode.ClaimHeld, ErrorCode.ClaimNotFound, ErrorCode.EventNotFound);

        claims.MapGet("", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List live claims", "By match id.");

        claims.MapGet("/{matchId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a match's claim", "Who scores the match now, and when the claim expires unless it is renewed.")
            .ProducesErrors(ErrorCode.ClaimNotFound);
    }

    private static async Task<Results<Created<ClaimView>, Ok<ClaimView>, Problem>> ClaimAsync(
        EventId eventId, MatchId matchId, ClaimBody? body, IdempotencyKey key, HttpContext context, IMediator mediator, ILoggerFactory loggers)
    {
        var result = await context.SendAsync(mediator, new ClaimMatch(context.Actor(), eventId, matchId, body?.ExpiresAt, key.Value, body?.DeviceId, body?.DeviceTime, body?.TakeOver ?? false));
        if (result.Value is not { } claimed)
            return new Problem(result.Error!);
        if (claimed.TakenFrom is { } holder && !result.Replayed)
            Log.TakenOver(loggers.CreateLogger(typeof(ClaimEndpoints)), context.Actor().UserId, matchId, eventId, holder);
        return claimed.IsNew ? TypedResults.Created($"{context.Request.PathBase}/api/events/{eventId}/claims/{matchId}", claimed.Claim) : TypedResults.Ok(claimed.Claim);
    }

    private static Task<Results<NoContent, Problem>> ReleaseAsync(
        EventId eventId, MatchId matchId, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new ReleaseClaim(context.Actor(), eventId, matchId, key.Value));

    // Not from the cache: a renewal by a score is not published in the feed every time.
    private static async Task<JsonWithETag<Page<ClaimView>>> ListAsync(
        EventId eventId, PageQuery page, IClaimReads claims, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await claims.ListAsync(eventId, page.Paging, cancellationToken));

    private static async Task<Results<JsonWithETag<ClaimView>, Problem>> GetAsync(
        EventId eventId, MatchId matchId, IClaimReads claims, CancellationToken cancellationToken) =>
        await claims.FindAsync(eventId, matchId, cancellationToken) is { } claim
            ? ResponseCaching.Fresh(claim)
            : new Problem(CommonErrors.ClaimNotFound);

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ClaimTakenOver, Level = LogLevel.Information, Message = "{User} took match {Match} of {Event} over from {Holder}.")]
        public static partial void TakenOver(ILogger logger, UserId user, MatchId match, EventId @event, UserId holder);
    }
}

/// <summary>A claim.</summary>
/// <param name="ExpiresAt">When the claim shall expire; after the default lease if left out.</param>
/// <param name="DeviceId">A random id of the device. Then only it writes, with the header X-Device-Id; otherwise any device of the account.</param>
/// <param name="DeviceTime">The time by the device's clock, by which the times of its scores are corrected.</param>
/// <param name="TakeOver">Whether to take the match from its holder: at once from another device of the account, from others after 90 s of silence.</param>
internal sealed record ClaimBody(DateTimeOffset? ExpiresAt = null, string? DeviceId = null, DateTimeOffset? DeviceTime = null, bool TakeOver = false);
