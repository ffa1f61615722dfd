namespace LiveFeed.Domain.Webhooks;

/// <summary>One attempt to send something to a webhook.</summary>
/// <param name="Id">The attempt's id.</param>
/// <param name="MessageId">The header webhook-id: the same for every attempt to send the same.</param>
/// <param name="Type">What was sent: entries, snapshot or ping.</param>
/// <param name="EntryCount">How many entries it has.</param>
/// <param name="Attempt">Which attempt to send it this was, from 1.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="DurationMs">How long it took until the response, in milliseconds.</param>
/// <param name="Status">The status of the response; null if there was none.</param>
/// <param name="Error">Why it failed, at most 500 characters; null if it was delivered.</param>
public sealed record WebhookDeliveryView(
    string Id, string MessageId, string Type, int EntryCount, int Attempt, DateTimeOffset SentAt, int DurationMs, int? Status, string? Error);
