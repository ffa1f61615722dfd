namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>The outcome of an attempt to send something.</summary>
/// <param name="Kind">The outcome, as metrics name it.</param>
/// <param name="Status">The status of the response; null if there was none.</param>
/// <param name="Duration">How long it took until the response.</param>
/// <param name="Error">Why it failed, for the organizer; null if it was delivered.</param>
internal sealed record WebhookOutcome(string Kind, int? Status, TimeSpan Duration, string? Error)
{
    public const string Delivered = "delivered";
    public const string Rejected = "rejected";
    public const string Gone = "gone";
    public const string NotReached = "not_reached";
    public const string TimedOut = "timed_out";

    public int DurationMs => (int)Duration.TotalMilliseconds;

    public bool IsDelivered => Kind == Delivered;
}
