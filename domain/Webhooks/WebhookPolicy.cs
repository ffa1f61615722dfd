namespace LiveFeed.Domain.Webhooks;

/// <summary>What webhooks may be like.</summary>
/// <param name="MaxPerEvent">The most that an event may have.</param>
/// <param name="AllowHttp">Whether an address may begin with <c>http</c>.</param>
/// <param name="SecretOverlap">How long the secret before signs deliveries too after a rotation.</param>
/// <param name="MaxDeliveries">How many deliveries of each one are kept.</param>
public sealed record WebhookPolicy(int MaxPerEvent, bool AllowHttp, TimeSpan SecretOverlap, int MaxDeliveries);
