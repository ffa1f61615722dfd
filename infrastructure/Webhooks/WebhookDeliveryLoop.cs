using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>
/// Follows an event's feed for one webhook, and sends what it publishes: in order, one request at a time, each until it succeeds. Ends when nothing more comes for a
/// while, and is begun again when there is something: an idle webhook costs nothing.
/// </summary>
internal sealed partial class WebhookDeliveryLoop(Webhook webhook, FeedRegistry feeds, WebhookSender sender, WebhookOptions options, TimeProvider time, ILogger logger)
{
    // So that an event in play isn't looked up anew for each of its entries.
    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(30);

    private readonly ReaderFilter filter = webhook.Types is { } types ? new ReaderFilter(null, null, null, types) : ReaderFilter.All;
    private readonly WebhookJournal journal = new(webhook);
    private readonly CancellationTokenSource stopping = new();
    private long head;

    public string WebhookId => webhook.Id;

    /// <summary>The version of the webhook that it delivers to.</summary>
    public int Version => webhook.Version;

    public WebhookJournal Journal => journal;

    /// <summary>How many entries the webhook is behind.</summary>
    public long Lag => Math.Max(0, Volatile.Read(ref head) - journal.Progress.Cursor.Sequence);

    /// <summary>Completes when it has ended.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Start() => Completion = RunAsync();

    /// <summary>Ends it. What is being sent is cut off, and may have arrived.</summary>
    public void Stop() => stopping.Cancel();

    private async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            while (await feeds.FindAsync(webhook.Topic, stopping.Token) is { } feed)
            {
                // It isn't evicted meanwhile.
                feed.StreamOpened();
                try
                {
                    if (!await FollowAsync(feed, stopping.Token))
                        return;
                }
                finally
                {
                    feed.StreamEnded();
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was delivered until now is in the journal.
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception, webhook.Id, webhook.EventId);
        }
    }

    /// <summary>Sends what a feed has, until nothing more comes. Returns whether another feed has replaced this one.</summary>
    private async Task<bool> FollowAsync(TopicFeed feed, CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitForAttemptAsync(cancellationToken);
            var page = await feed.PageAsync(journal.Progress.Cursor.ToString(), filter, options.MaxBatch, cancellationToken);
            if (feed.IsGone)
                return true;
            Volatile.Write(ref head, feed.Head);
            if (page.Reset is not null || !page.Entries.IsEmpty)
                await SendAsync(page, cancellationToken);
            else
                journal.MoveTo(page.Cursor);
            if (journal.Progress.Stop is not null)
                return false;
            if (journal.Progress.NextAttemptAt is not null || page.More)
                continue;
            // Read before the wait: what ends the event comes with its last entry.
            if (feed.IsOver && journal.Progress.Cursor.Sequence >= feed.Head)
            {
                journal.Stop(WebhookStopReason.EventArchived);
                return false;
            }

            if (!await WaitForEntriesAsync(feed, cancellationToken))
                return false;
        }
    }

    private async Task SendAsync(FeedPage page, CancellationToken cancellationToken)
    {
        var message = WebhookMessage.FromPage(webhook, page, journal.Progress.RetryTo);
        var (began, at) = (time.GetTimestamp(), time.Now());
        var outcome = await sender.SendAsync(webhook, message, cancellationToken);
        journal.Sent(message, outcome, at, options, time.Now());
        // A webhook that is behind doesn't wait.
        var rest = options.BatchEvery - time.GetElapsedTime(began);
        if (outcome.IsDelivered && !page.More && rest > TimeSpan.Zero)
            await Task.Delay(rest, time, cancellationToken);
    }

    private async Task WaitForAttemptAsync(CancellationToken cancellationToken)
    {
        if (journal.Progress.NextAttemptAt is { } next && next - time.Now() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Waits for entries after the cursor, but not for ever. Returns whether there are some.</summary>
    private async Task<bool> WaitForEntriesAsync(TopicFeed feed, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(IdleAfter, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        await feed.WaitForEntriesAfterAsync(journal.Progress.Cursor.Sequence, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return !idle.IsCancellationRequested;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.WebhookFailed, Level = LogLevel.Error, Message = "Delivering to webhook {Webhook} of event {EventId} failed in this server; it begins anew.")]
        public static partial void Failed(ILogger logger, Exception exception, string webhook, EventId eventId);
    }
}
