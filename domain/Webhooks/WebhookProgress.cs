namespace LiveFeed.Domain.Webhooks;

/// <summary>How far a webhook has come.</summary>
/// <param name="Cursor">Everything up to here was delivered, or is not of its types.</param>
/// <param name="RetryTo">The sequence of the last entry of the delivery that is tried again: it stays the same delivery. Null if none is.</param>
/// <param name="Failures">How many attempts have failed since the last success.</param>
/// <param name="FailingSince">When the first of them began; null if there is none.</param>
/// <param name="NextAttemptAt">When the next attempt is made; null if none has failed.</param>
/// <param name="LastSuccessAt">When something was delivered last; null if nothing was.</param>
/// <param name="LastError">Why the last attempt that failed did so; null if none has.</param>
/// <param name="LastErrorAt">When it began.</param>
/// <param name="Stop">Why it gets nothing any more; null if it goes on.</param>
public sealed record WebhookProgress(
    FeedCursor Cursor, long? RetryTo, int Failures, DateTimeOffset? FailingSince, DateTimeOffset? NextAttemptAt, DateTimeOffset? LastSuccessAt,
    string? LastError, DateTimeOffset? LastErrorAt, WebhookStopReason? Stop = null)
{
    /// <summary>Returns the progress after an attempt that has succeeded.</summary>
    public WebhookProgress Delivered(FeedCursor cursor, DateTimeOffset at) =>
        this with { Cursor = cursor, RetryTo = null, Failures = 0, FailingSince = null, NextAttemptAt = null, LastSuccessAt = at };

    /// <summary>Returns the progress after an attempt that has failed.</summary>
    public WebhookProgress Failed(string error, DateTimeOffset at, long? retryTo) =>
        this with { RetryTo = retryTo, Failures = Failures + 1, FailingSince = FailingSince ?? at, LastError = error, LastErrorAt = at };
}
