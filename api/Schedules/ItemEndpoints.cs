using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;

namespace LiveFeed.Api.Schedules;

/// <summary>What the calls for single teams, courts and divisions have in common. The handlers stay method groups: the generator of request delegates takes no others.</summary>
internal static class ItemEndpoints
{
    public static RouteHandlerBuilder ReadsItem(this RouteHandlerBuilder endpoint, string item, ErrorCode notFound) => endpoint.RequireEventReadAccess()
        .RequireRateLimit(RateLimitPolicy.Read)
        .Describe($"Read a {item}", "Its ETag is what PATCH and DELETE take as If-Match.")
        .ProducesErrors(notFound);

    public static RouteHandlerBuilder AddsItem(this RouteHandlerBuilder endpoint, string item) => endpoint.IsScheduleEdit()
        .Describe($"Add a {item}", "The rest of the schedule stays as it is.")
        .ProducesETag(201)
        .ProducesErrors(ErrorCode.InvalidSchedule, ErrorCode.IdTaken);

    public static RouteHandlerBuilder ChangesItem(this RouteHandlerBuilder endpoint, ErrorCode notFound, string summary, string description) => endpoint.IsScheduleEdit()
        .Describe(summary, description)
        .ProducesETag(200)
        .ProducesErrors(ErrorCode.InvalidSchedule, notFound);

    public static RouteHandlerBuilder RemovesItem(this RouteHandlerBuilder endpoint, string item, ErrorCode notFound, string description) => endpoint.IsScheduleEdit()
        .Describe($"Remove a {item}", description)
        .ProducesErrors(notFound, ErrorCode.InUse);
}
