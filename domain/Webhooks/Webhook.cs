namespace LiveFeed.Domain.Webhooks;

/// <summary>An address to which an event's entries are sent. Its stored cursor is the last entry that was delivered.</summary>
public sealed class Webhook
{
    /// <summary>The maximum length of an error that is kept, in characters.</summary>
    public const int MaxErrorLength = 500;

    public required string Id { get; init; }

    public required EventId EventId { get; init; }

    /// <summary>The topic whose feed it follows: the event's.</summary>
    public required string Topic { get; init; }

    public required string Url { get; set; }

    /// <summary>The types of entries that it gets; null for all.</summary>
    public List<string>? Types { get; set; }

    /// <summary>What deliveries are signed with. It has to be stored as it is.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before, with which deliveries are signed too until <see cref="PreviousSecretUntil"/>; null if there is none.</summary>
    public string? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    public WebhookState State { get; private set; }

    /// <summary>Why it is not active; null if it is.</summary>
    public WebhookStopReason? Reason { get; private set; }

    public required string Epoch { get; set; }

    public required long Sequence { get; set; }

    public string? Check { get; set; }

    public long? RetryTo { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset? NextAttemptAt { get; private set; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? LastErrorAt { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The organizer who made it.</summary>
    public required UserId CreatorId { get; init; }

    /// <summary>Grows by one with every change by an organizer, and when it stops: whoever delivers notices, and begins anew.</summary>
    public int Version { get; private set; }

    /// <summary>Returns how far it has come.</summary>
    public WebhookProgress ToProgress() =>
        new(new FeedCursor(Epoch, Sequence, Check), RetryTo, Failures, FailingSince, NextAttemptAt, LastSuccessAt, LastError, LastErrorAt, Reason);

    /// <summary>Returns the secrets that sign a delivery, the newest first.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) => PreviousSecret is { } previous && now < PreviousSecretUntil ? [Secret, previous] : [Secret];

    /// <summary>An organizer has changed it. It is tried at once.</summary>
    public void Changed()
    {
        Version++;
        (RetryTo, Failures, FailingSince, NextAttemptAt) = (null, 0, null, null);
    }

    public void Rotate(string secret, DateTimeOffset until) => (PreviousSecret, PreviousSecretUntil, Secret) = (Secret, until, secret);

    public void Pause() => (State, Reason) = (WebhookState.Paused, WebhookStopReason.Organizer);

    public void Resume() => (State, Reason) = (WebhookState.Active, null);

    /// <summary>Keeps how far it has come.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="version">The version that was delivered to. If an organizer has changed the webhook since, only the cursor counts.</param>
    public void Keep(WebhookProgress progress, int version)
    {
        (Epoch, Sequence, Check, LastSuccessAt, LastError, LastErrorAt) =
            (progress.Cursor.Epoch, progress.Cursor.Sequence, progress.Cursor.Check, progress.LastSuccessAt, progress.LastError, progress.LastErrorAt);
        if (version != Version)
            return;
        (RetryTo, Failures, FailingSince, NextAttemptAt) = (progress.RetryTo, progress.Failures, progress.FailingSince, progress.NextAttemptAt);
        if (progress.Stop is not { } reason)
            return;
        (State, Reason) = (reason == WebhookStopReason.Failing ? WebhookState.Paused : WebhookState.Ended, reason);
        Version++;
    }
}
