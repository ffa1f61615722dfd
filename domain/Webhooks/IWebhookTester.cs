namespace LiveFeed.Domain.Webhooks;

/// <summary>Tries webhooks.</summary>
public interface IWebhookTester
{
    /// <summary>Sends a signed ping to a webhook at once, whatever its state. The caller must check access.</summary>
    /// <returns>The attempt, which is not kept yet; null if there is no such webhook.</returns>
    Task<WebhookDelivery?> PingAsync(EventId eventId, string id, CancellationToken cancellationToken);
}
