using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Webhooks;

/// <summary>Addresses to which an event's entries are sent.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/api/events/{eventId}/webhooks").WithTags("Webhooks");

        webhooks.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.WebhookWrite)
            .Describe("Create a webhook", "What the event publishes from now on is sent to this address, in order and at least once, signed as Standard Webhooks has it. The response has the secret, which can't be read again. For organizers.")
            .Produces<WebhookView>(201)
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.InvalidRequest, ErrorCode.LimitReached);

        webhooks.MapGet("", ListAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List webhooks", "The newest first, each with how far it has come and how its last attempts went. For organizers.");

        webhooks.MapGet("/{webhookId}", GetAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a webhook", "How far it has come, and how its last attempts went. For organizers.")
            .ProducesErrors(ErrorCode.WebhookNotFound);

        webhooks.MapPatch("/{webhookId}", PatchAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.WebhookWrite)
            .Describe("Change a webhook", "paused stops it, and resumes it where it was, also after it has failed for long or has ended. rotateSecret gives it another secret, which is in the response; the one before signs deliveries too for 24 hours. Takes effect within a second. For organizers.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.WebhookNotFound, ErrorCode.InvalidRequest);

        webhooks.MapDelete("/{webhookId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.WebhookWrite)
            .Describe("Delete a webhook", "What is on its way may still arrive. For organizers.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.WebhookNotFound);

        webhooks.MapPost("/{webhookId}/test", TestAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.WebhookWrite)
            .Describe("Test a webhook", "Sends a signed ping at once, whatever the webhook's state, and returns how that went. For organizers.")
            .ProducesErrors(ErrorCode.WebhookNotFound);

        webhooks.MapGet("/{webhookId}/deliveries", ListDeliveriesAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List deliveries", "What was sent to a webhook, the newest first: each attempt with its outcome. The last 500 are kept, for 30 days. For organizers.")
            .ProducesErrors(ErrorCode.WebhookNotFound);
    }

    private static async Task<Results<JsonHttpResult<WebhookView>, Problem>> PostAsync(
        EventId eventId, WebhookBody body, HttpContext context, IMediator mediator, IWebhookReads webhooks) =>
        await ShowAsync(
            context, eventId, await context.SendAsync(mediator, new CreateWebhook(context.Actor(), eventId, body.Url, body.Types, body.Secret)), webhooks,
            view => TypedResults.Json(view, statusCode: StatusCodes.Status201Created));

    private static async Task<Results<Ok<WebhookView>, Problem>> PatchAsync(
        EventId eventId, string webhookId, WebhookChange body, HttpContext context, IMediator mediator, IWebhookReads webhooks) =>
        await ShowAsync(
            context, eventId, await context.SendAsync(mediator, new ChangeWebhook(context.Actor(), eventId, webhookId, body)), webhooks, view => TypedResults.Ok(view));

    private static Task<Results<NoContent, Problem>> DeleteAsync(EventId eventId, string webhookId, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new DeleteWebhook(context.Actor(), eventId, webhookId));

    private static async Task<JsonWithETag<Page<WebhookView>>> ListAsync(EventId eventId, PageQuery page, IWebhookReads webhooks, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await webhooks.ListAsync(eventId, page.Paging, cancellationToken));

    private static async Task<Results<JsonWithETag<WebhookView>, Problem>> GetAsync(
        EventId eventId, string webhookId, IWebhookReads webhooks, CancellationToken cancellationToken) =>
        await webhooks.FindAsync(eventId, webhookId, cancellationToken) is { } found ? ResponseCaching.Fresh(found) : new Problem(WebhookErrors.NotFound);

    private static async Task<Results<Ok<WebhookDeliveryView>, Problem>> TestAsync(
        EventId eventId, string webhookId, HttpContext context, IMediator mediator, IWebhookTester tester) =>
        await tester.PingAsync(eventId, webhookId, context.RequestAborted) is { } delivery
            ? await context.WriteAsync(mediator, new RecordWebhookTest(context.Actor(), eventId, delivery), _ => TypedResults.Ok(delivery.ToView()))
            : new Problem(WebhookErrors.NotFound);

    private static async Task<Results<JsonWithETag<Page<WebhookDeliveryView>>, Problem>> ListDeliveriesAsync(
        EventId eventId, string webhookId, PageQuery page, IWebhookReads webhooks, CancellationToken cancellationToken) =>
        await webhooks.ListDeliveriesAsync(eventId, webhookId, page.Paging, cancellationToken) is { } found ? ResponseCaching.Fresh(found) : new Problem(WebhookErrors.NotFound);

    /// <summary>Returns a webhook as it is after a command, with the secret that the command has made for it.</summary>
    private static async Task<Results<TResponse, Problem>> ShowAsync<TResponse>(
        HttpContext context, EventId eventId, Result<IssuedWebhook> result, IWebhookReads webhooks, Func<WebhookView, TResponse> show)
        where TResponse : IResult
    {
        if (result.Value is not { } issued)
            return new Problem(result.Error!);
        context.Response.Headers.CacheControl = "no-store";
        return await webhooks.FindAsync(eventId, issued.Id, context.RequestAborted) is { } view
            ? show(view with { Secret = issued.Secret })
            : new Problem(WebhookErrors.NotFound);
    }
}

/// <summary>A new webhook.</summary>
/// <param name="Url">The address that entries are sent to. It begins with https.</param>
/// <param name="Types">The types of entries that it gets; all if it is missing.</param>
/// <param name="Secret">What deliveries are signed with: whsec_ and 24 to 64 bytes in base 64. One is made if it is missing.</param>
internal sealed record WebhookBody(string Url, IReadOnlyList<string>? Types = null, string? Secret = null);
