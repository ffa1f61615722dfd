using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Coverage;

/// <summary>Coverage plans: which matches a user plans to cover, and which of them overlap.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoverage(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup("/api/events/{eventId}/coverage-plans").WithTags("Coverage");

        plans.MapGet("", GetAsync).RequireAuthorization().RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read my plan", "With the pairs of selected matches that overlap. If there is no plan, an empty one.");

        plans.MapPut("", PutAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.CoverageWrite)
            .Describe("Put my plan", "Replaces the stored plan; with If-Match only if that is still the plan that was read. Overlaps are reported (the first 1,000), not rejected.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.MatchNotFound);

        plans.MapDelete("", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.CoverageWrite)
            .Describe("Remove my plan", "Succeeds if there is none.")
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.EventArchived);
    }

    private static async Task<JsonWithETag<CoverageView>> GetAsync(EventId eventId, HttpContext context, ICoverageReads coverage) =>
        ResponseCaching.Fresh(await coverage.FindAsync(eventId, context.Actor().UserId));

    private static Task<Results<Ok<CoverageView>, Problem>> PutAsync(
        EventId eventId, CoverageBody body, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new PutCoverage(context.Actor(), eventId, body.SelectedMatches, ifMatch.Value, key.Value), plan =>
        {
            context.Response.Headers.ETag = $"\"{plan.Tag()}\"";
            return TypedResults.Ok(plan);
        });

    private static Task<Results<NoContent, Problem>> DeleteAsync(
        EventId eventId, IdempotencyKey key, IfMatchTag ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new PutCoverage(context.Actor(), eventId, [], ifMatch.Value, key.Value), _ => TypedResults.NoContent());
}

/// <summary>The matches to cover.</summary>
internal sealed record CoverageBody(IReadOnlyList<MatchId> SelectedMatches);
