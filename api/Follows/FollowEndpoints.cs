using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Domain.Follows;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Follows;

/// <summary>What a user follows: events, teams and matches.</summary>
internal static class FollowEndpoints
{
    public static void MapFollows(this IEndpointRouteBuilder app)
    {
        var follows = app.MapGroup("/api/follows").WithTags("Notifications").RequireAuthorization();

        follows.MapGet("", ListAsync)
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List what you follow", "The newest first. Names are left out while you may not read the event.");

        follows.MapPut("/{*topic}", PutAsync)
            .RequireRateLimit(RateLimitPolicy.NotificationWrite)
            .Describe("Follow something", "topic is the path of an event (events/cup), of a team (events/cup/teams/7) or of a match (events/cup/matches/12). From then on you are notified of it in your topic me: of a team and a match when a match begins soon, has begun, comes to the end of a set, is final or rescheduled; of each of them of the event's announcements. Following it again changes nothing. You follow at most 500 things.")
            .ProducesErrors(
                ErrorCode.TopicNotFound, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.MatchNotFound, ErrorCode.LimitReached);

        follows.MapDelete("/{*topic}", DeleteAsync)
            .RequireRateLimit(RateLimitPolicy.NotificationWrite)
            .Describe("Stop following something", "Nothing changes if you don't follow it.")
            .ProducesErrors(ErrorCode.TopicNotFound);
    }

    private static async Task<JsonWithETag<Page<FollowView>>> ListAsync(PageQuery page, HttpContext context, IFollowReads follows, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await follows.ListAsync(context.Reader(), page.Paging, cancellationToken));

    private static Task<Results<NoContent, Problem>> PutAsync(string topic, HttpContext context, IMediator mediator) => Read(topic) is { } target
        ? context.WriteAsync(mediator, new StartFollowing(context.Actor(), target))
        : NotFound;

    private static Task<Results<NoContent, Problem>> DeleteAsync(string topic, HttpContext context, IMediator mediator) => Read(topic) is { } target
        ? context.WriteAsync(mediator, new StopFollowing(context.Actor().UserId, target))
        : NotFound;

    private static Task<Results<NoContent, Problem>> NotFound => Task.FromResult<Results<NoContent, Problem>>(new Problem(FollowErrors.TopicNotFound));

    // Clients that are made of the OpenAPI document encode the slashes, which the server leaves as they are.
    private static FollowTarget? Read(string topic) => FollowTarget.Parse(topic.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
}
