namespace LiveFeed.Domain.Webhooks;

/// <summary>One attempt to send something to a webhook.</summary>
public sealed class WebhookDelivery
{
    /// <summary>Ids are in the order of time.</summary>
    public required string Id { get; init; }

    public required string WebhookId { get; init; }

    /// <summary>The header <c>webhook-id</c>: the same for every attempt to send the same.</summary>
    public required string MessageId { get; init; }

    /// <summary>What was sent: <c>entries</c>, <c>snapshot</c> or <c>ping</c>.</summary>
    public required string Type { get; init; }

    /// <summary>How many entries it has.</summary>
    public required int EntryCount { get; init; }

    /// <summary>Which attempt to send it this was, from 1.</summary>
    public required int Attempt { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>How long it took until the response, in milliseconds.</summary>
    public required int DurationMs { get; init; }

    /// <summary>The status of the response; null if there was none.</summary>
    public required int? Status { get; init; }

    /// <summary>Why it failed, at most <see cref="Webhook.MaxErrorLength"/> characters; null if it was delivered.</summary>
    public required string? Error { get; init; }

    public static string NewId(DateTimeOffset now) => OrderedId.Create(now);

    public WebhookDeliveryView ToView() => new(Id, MessageId, Type, EntryCount, Attempt, SentAt, DurationMs, Status, Error);
}
