using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;

namespace LiveFeed.Api.Coverage;

/// <summary>Coverage plans: which matches a user plans to cover, and which of them overlap.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoverage(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup("/api/events/{eventId}/coverage-plans").WithTags("Coverage");

        plans.MapGet("", GetAsync).RequireAuthorization().RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read my plan", "With the pairs of selected matches that overlap. If there is no plan, an empty one.")
            .Returns<CoverageView>(200).ProducesNotModified()
            .ProducesReadErrors();

        plans.MapPut("", PutAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.CoverageWrite)
            .Describe("Put my plan", "Replaces the stored plan; with If-Match only if that is still the plan that was read. Overlaps are reported (the first 1,000), not rejected.")
            .Idempotent().AcceptsIfMatch().Returns<CoverageView>(200).ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.MatchNotFound);

        plans.MapDelete("", DeleteAsync).RequireSignInForEvent()
            .RequireRateLimit(RateLimitPolicy.CoverageWrite)
            .Describe("Remove my plan", "Succeeds if there is none.")
            .Idempotent().AcceptsIfMatch().Returns(204)
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.EventArchived);
    }

    private static async Task<IResult> GetAsync(string eventId, HttpContext context, ICoverageReads coverage) =>
        context.Fresh(await coverage.FindAsync(eventId, context.Actor().UserId));

    private static Task<IResult> PutAsync(string eventId, CoverageBody body, HttpContext context, IMediator mediator) =>
        WriteAsync(eventId, body.SelectedMatches, context, mediator, plan =>
        {
            context.Response.Headers.ETag = $"\"{plan.Tag()}\"";
            return Responses.Json(plan);
        });

    private static Task<IResult> DeleteAsync(string eventId, HttpContext context, IMediator mediator) =>
        WriteAsync(eventId, [], context, mediator, _ => Results.NoContent());

    private static async Task<IResult> WriteAsync(
        string eventId, IReadOnlyList<int> selected, HttpContext context, IMediator mediator, Func<CoverageView, IResult> success)
    {
        var expected = ETags.ReadTag(context);
        return expected.Error is { } error
            ? new Problem(error)
            : await context.WriteAsync(mediator, key => new PutCoverage(context.Actor(), eventId, selected, expected.Value!.Tag, key), success);
    }
}

/// <summary>The matches to cover.</summary>
internal sealed record CoverageBody(IReadOnlyList<int> SelectedMatches);
