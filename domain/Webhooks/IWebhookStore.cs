namespace LiveFeed.Domain.Webhooks;

/// <summary>Webhooks, in the transaction of the command that uses them.</summary>
public interface IWebhookStore
{
    Task<Webhook?> FindAsync(EventId eventId, string id);

    /// <summary>Returns those of these webhooks that there are.</summary>
    Task<IReadOnlyList<Webhook>> FindAsync(IReadOnlyList<string> ids);

    Task<int> CountAsync(EventId eventId);

    /// <summary>Returns whether a webhook of whatever event is active.</summary>
    Task<bool> AnyActiveAsync();

    /// <summary>Returns the position after the newest entry of an event's feed.</summary>
    Task<FeedCursor> FindHeadAsync(EventId eventId);

    void Add(Webhook webhook);

    void Remove(Webhook webhook);

    void Add(WebhookDelivery delivery);

    /// <summary>Removes a webhook's oldest deliveries, if it has more than a number of them.</summary>
    Task RemoveSurplusDeliveriesAsync(string webhookId, int keep);

    /// <summary>Removes deliveries that were sent before a time, at most a number of them. Returns how many.</summary>
    Task<int> RemoveDeliveriesAsync(DateTimeOffset before, int limit);
}
