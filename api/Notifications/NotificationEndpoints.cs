using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Domain.Notifications;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Notifications;

/// <summary>What a user is notified of.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var notifications = app.MapGroup("/api/notifications").WithTags("Notifications").RequireAuthorization();

        notifications.MapGet("", ListAsync)
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List your notifications", "The newest first, with how many are unread. With before, a number, those before that one. The topic me has the newest ones and all that follow; this reads back from there. 500 are kept.");

        notifications.MapPost("/read", ReadAsync)
            .RequireRateLimit(RateLimitPolicy.NotificationWrite)
            .Describe("Say what you have read", "All notifications up to a number count as read from then on. Your other devices learn it by an entry notifications-read of the topic me.")
            .ProducesErrors(ErrorCode.InvalidRequest);

        notifications.MapGet("/settings", SettingsAsync)
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("What do I get?", "The kinds of notifications that you don't want. All others come.");

        notifications.MapPut("/settings", ChangeSettingsAsync)
            .RequireRateLimit(RateLimitPolicy.NotificationWrite)
            .Describe("Choose your notifications", "off names the kinds that you don't want: match-soon, match-started, set-ended, match-final, rescheduled, announcement, mention, role-changed. All others come, also kinds that are new.")
            .ProducesErrors(ErrorCode.InvalidRequest);
    }

    private static async Task<JsonWithETag<NotificationPage>> ListAsync(
        NotificationQuery query, HttpContext context, INotificationReads notifications, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await notifications.ListAsync(context.Actor().UserId, query.Before, query.Limit, cancellationToken));

    private static Task<Results<Ok<ReadMarkView>, Problem>> ReadAsync(ReadBody body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new ReadNotifications(context.Actor().UserId, body.UpTo));

    private static async Task<JsonWithETag<NotificationSettings>> SettingsAsync(HttpContext context, INotificationReads notifications, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await notifications.SettingsAsync(context.Actor().UserId, cancellationToken));

    private static Task<Results<Ok<NotificationSettings>, Problem>> ChangeSettingsAsync(NotificationSettings body, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new ChangeNotificationSettings(context.Actor().UserId, body));
}

/// <summary>How far notifications were read.</summary>
/// <param name="UpTo">The number of the last one that was read.</param>
internal sealed record ReadBody(int UpTo);
