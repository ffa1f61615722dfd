namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>
/// How far a webhook has come, and what was sent to it, until that is stored. The loop that delivers writes, and the job that stores takes: a write for each delivery
/// would cost more than the deliveries.
/// </summary>
internal sealed class WebhookJournal(Webhook webhook)
{
    // Deliveries between two removals of the oldest ones.
    private const int RemoveSurplusEvery = 50;

    private readonly Lock gate = new();
    private List<WebhookDelivery> unsaved = [];
    private WebhookProgress progress = webhook.ToProgress();
    private bool isSaved = true;
    // The oldest ones may be those of before this process.
    private int sinceRemoval = RemoveSurplusEvery;

    public WebhookProgress Progress => Volatile.Read(ref progress);

    /// <summary>Whether everything is stored.</summary>
    public bool IsSaved
    {
        get
        {
            lock (gate)
                return isSaved;
        }
    }

    /// <summary>Passes over entries that the webhook doesn't get.</summary>
    public void MoveTo(FeedCursor cursor)
    {
        if (cursor.Sequence != Progress.Cursor.Sequence)
            Change(before => before with { Cursor = cursor });
    }

    public void Stop(WebhookStopReason reason) => Change(before => before with { Stop = reason });

    /// <summary>Notes an attempt, and when the next one is made or whether there is none.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="at">When it was sent.</param>
    /// <param name="options">How attempts are repeated.</param>
    /// <param name="now">The time.</param>
    public void Sent(WebhookMessage message, WebhookOutcome outcome, DateTimeOffset at, WebhookOptions options, DateTimeOffset now)
    {
        var attempt = Progress.Failures + 1;
        Change(
            before => outcome.IsDelivered ? before.Delivered(message.Cursor, now) : Next(before.Failed(outcome.Error!, at, message.Cursor.Sequence), outcome, options, now),
            ToDelivery(webhook.Id, message, outcome, at, attempt));
    }

    /// <summary>Returns what is not stored yet; null if everything is.</summary>
    public MadeProgress? Take()
    {
        lock (gate)
        {
            if (isSaved)
                return null;
            var removes = sinceRemoval >= RemoveSurplusEvery && unsaved.Count > 0;
            if (removes)
                sinceRemoval = 0;
            var made = new MadeProgress(webhook.Id, webhook.Version, progress, unsaved, removes);
            (unsaved, isSaved) = ([], true);
            return made;
        }
    }

    /// <summary>Takes back what could not be stored.</summary>
    public void GiveBack(MadeProgress made)
    {
        lock (gate)
            (unsaved, isSaved) = ([.. made.Deliveries, .. unsaved], false);
    }

    /// <summary>Returns an attempt as it is stored.</summary>
    public static WebhookDelivery ToDelivery(string webhookId, WebhookMessage message, WebhookOutcome outcome, DateTimeOffset at, int attempt) => new()
    {
        Id = WebhookDelivery.NewId(at),
        WebhookId = webhookId,
        MessageId = message.Id,
        Type = message.Type,
        EntryCount = message.EntryCount,
        Attempt = attempt,
        SentAt = at,
        DurationMs = outcome.DurationMs,
        Status = outcome.Status,
        Error = outcome.Error,
    };

    private static WebhookProgress Next(WebhookProgress failed, WebhookOutcome outcome, WebhookOptions options, DateTimeOffset now)
    {
        if (outcome.Kind == WebhookOutcome.Gone)
            return failed with { Stop = WebhookStopReason.Gone };
        if (now - failed.FailingSince >= options.GiveUpAfter)
            return failed with { Stop = WebhookStopReason.Failing };
        var doubled = options.RetryAfter * Math.Pow(2, Math.Min(failed.Failures - 1, 30));
        return failed with { NextAttemptAt = now + (doubled < options.MaxRetryAfter ? doubled : options.MaxRetryAfter) };
    }

    private void Change(Func<WebhookProgress, WebhookProgress> change, WebhookDelivery? delivery = null)
    {
        lock (gate)
        {
            Volatile.Write(ref progress, change(progress));
            isSaved = false;
            if (delivery is null)
                return;
            unsaved.Add(delivery);
            sinceRemoval++;
        }
    }
}
