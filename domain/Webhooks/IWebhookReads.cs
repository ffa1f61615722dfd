namespace LiveFeed.Domain.Webhooks;

/// <summary>Reads of webhooks. The caller must check access.</summary>
public interface IWebhookReads
{
    /// <summary>Returns an event's webhooks, the newest first.</summary>
    Task<Page<WebhookView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken);

    Task<WebhookView?> FindAsync(EventId eventId, string id, CancellationToken cancellationToken);

    /// <summary>Returns a webhook's deliveries, the newest first; null if there is no such webhook.</summary>
    Task<Page<WebhookDeliveryView>?> ListDeliveriesAsync(EventId eventId, string id, Paging paging, CancellationToken cancellationToken);

    /// <summary>Returns a webhook with its secrets, to send something to it.</summary>
    Task<Webhook?> FindReceiverAsync(EventId eventId, string id, CancellationToken cancellationToken);
}
