using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.ScorerLinks;

/// <summary>Links by which helpers without an account keep score, for the organizers who pass them on.</summary>
internal static class ScorerLinkEndpoints
{
    public static void MapScorerLinks(this IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/api/events/{eventId}/scorer-links").WithTags("Scorer links");

        links.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.ScorerLinkWrite)
            .Describe("Make a scorer link", "Returns a link by which helpers without an account claim and score the matches of one court, or one match, until the end of the event's last day unless expiresAt says otherwise, and for 30 days at most; for 24 hours if that day is over, or nobody has said when the event ends. The secret is in the fragment, which browsers send to no server, and can't be read again. A scorer link ends with its maker's right to manage the event. For organizers.")
            .Produces<NewScorerLinkView>(201)
            .ProducesErrors(
                ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.InvalidRequest, ErrorCode.CourtNotFound, ErrorCode.MatchNotFound,
                ErrorCode.LimitReached);

        links.MapGet("", ListAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List scorer links", "Those that can be used, the newest first, each with who made it and who has come in by it; never with the secret. For organizers.");

        links.MapDelete("/{scorerLinkId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.ScorerLinkWrite)
            .Describe("Revoke a scorer link", "Nobody can use it any more, and everybody who is in by it is out: their tokens are refused from now on, and the matches that they hold are free. For organizers.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.ScorerLinkNotFound);
    }

    private static Task<Results<JsonHttpResult<NewScorerLinkView>, Problem>> PostAsync(EventId eventId, ScorerLinkBody body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(
            mediator, new CreateScorerLink(context.Actor(), eventId, body.CourtId, body.MatchId, body.Name, body.ExpiresAt), issued =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return TypedResults.Json(NewScorerLinkView.Of(issued, context.Request), statusCode: StatusCodes.Status201Created);
            });

    private static async Task<JsonWithETag<Page<ScorerLinkView>>> ListAsync(
        EventId eventId, PageQuery page, IScorerLinkReads links, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await links.ListAsync(eventId, page.Paging, cancellationToken));

    private static Task<Results<NoContent, Problem>> DeleteAsync(EventId eventId, string scorerLinkId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RevokeScorerLink(context.Actor(), eventId, scorerLinkId));
}

/// <summary>What a scorer link is for: a court or a match.</summary>
/// <param name="CourtId">The court whose matches can be scored; leave out matchId then.</param>
/// <param name="MatchId">The match that can be scored; leave out courtId then.</param>
/// <param name="Name">What organizers recognize it by, such as who gets it.</param>
/// <param name="ExpiresAt">Until when it can be used; until the end of the event's last day in its time zone if it is missing, and for 24 hours if that day is over or not known.</param>
internal sealed record ScorerLinkBody(int? CourtId = null, MatchId? MatchId = null, string? Name = null, DateTimeOffset? ExpiresAt = null);
