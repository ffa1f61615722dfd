namespace LiveFeed.Infrastructure.Webhooks;

internal sealed class WebhookTester(IWebhookReads webhooks, WebhookSender sender, TimeProvider time) : IWebhookTester
{
    public async Task<WebhookDelivery?> PingAsync(EventId eventId, string id, CancellationToken cancellationToken)
    {
        if (await webhooks.FindReceiverAsync(eventId, id, cancellationToken) is not { } webhook)
            return null;
        var at = time.Now();
        var message = WebhookMessage.Ping(webhook, at);
        return WebhookJournal.ToDelivery(webhook.Id, message, await sender.SendAsync(webhook, message, cancellationToken), at, 1);
    }
}
