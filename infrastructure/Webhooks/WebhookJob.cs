using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>
/// Delivers to all webhooks while one is active. One query a second finds those whose feed has grown; what was delivered is stored for many at once, so that the
/// database's writer has time for others.
/// </summary>
internal sealed partial class WebhookJob(
    ILiveFeedContextFactory contexts, IMediator mediator, FeedRegistry feeds, WebhookSender sender, WebhookMetrics metrics, IOptions<WebhookOptions> options,
    TimeProvider time, ILogger<WebhookJob> logger) : IJobHandler
{
    // How many webhooks one transaction stores. Others write between two.
    private const int SavedAtOnce = 25;

    // A job that never ends never succeeds, and would wait ever longer after each fault.
    private static readonly TimeSpan SucceedsAfter = TimeSpan.FromHours(1);

    // How many ids one query names.
    private const int IdsAtOnce = 500;

    private readonly WebhookOptions options = options.Value;
    private readonly Dictionary<string, WebhookDeliveryLoop> loops = new(StringComparer.Ordinal);

    public string Kind => WebhookWork.JobKind;

    public bool RunsForLong => true;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        try
        {
            var begun = time.GetTimestamp();
            var saved = begun;
            while (time.GetElapsedTime(begun) < SucceedsAfter)
            {
                await StopChangedAsync(cancellationToken);
                if (time.GetElapsedTime(saved) >= options.SaveEvery || loops.Values.Any(loop => loop.Completion.IsCompleted))
                {
                    await SaveAsync(lease);
                    saved = time.GetTimestamp();
                }

                RemoveEnded();
                await StartDueAsync(cancellationToken);
                metrics.Runs(loops.Count, loops.Values.Select(loop => loop.Lag).DefaultIfEmpty().Max());
                if (loops.Count == 0 && !await AnyActiveAsync(cancellationToken) && (await mediator.SendAsync(new EndWebhookWork(lease))).Error is null)
                    return null;
                await Task.Delay(options.PollEvery, time, cancellationToken);
            }

            return time.Now();
        }
        finally
        {
            await StopAllAsync();
            // Whoever takes over goes on there.
            await SaveAsync(lease);
            metrics.Runs(0, 0);
        }
    }

    private async Task<bool> AnyActiveAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return await db.Webhooks.AnyAsync(webhook => webhook.State == WebhookState.Active, cancellationToken);
    }

    /// <summary>Begins to deliver to those webhooks whose feed has grown, or whose event is over.</summary>
    private async Task StartDueAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var db = contexts.Create();
        var due = await db.Webhooks.AsNoTracking()
            .Where(webhook => webhook.State == WebhookState.Active && (webhook.NextAttemptAt == null || webhook.NextAttemptAt <= now))
            .Join(db.FeedHeads, webhook => webhook.Topic, head => head.Topic, (webhook, head) => new { Webhook = webhook, Head = head })
            .Join(db.Events, row => row.Webhook.EventId, liveEvent => liveEvent.Id, (row, liveEvent) => new { row.Webhook, row.Head, liveEvent.Archived })
            .Where(row => row.Archived || row.Webhook.Sequence != row.Head.Sequence || row.Webhook.Epoch != row.Head.Epoch)
            .Select(row => row.Webhook.Id)
            .ToListAsync(cancellationToken);
        foreach (var ids in due.Where(id => !loops.ContainsKey(id)).Chunk(IdsAtOnce))
        {
            var some = ids.ToList();
            foreach (var webhook in await db.Webhooks.AsNoTracking().Where(webhook => some.Contains(webhook.Id) && webhook.State == WebhookState.Active).ToListAsync(cancellationToken))
            {
                var loop = new WebhookDeliveryLoop(webhook, feeds, sender, options, time, logger);
                loops.Add(webhook.Id, loop);
                loop.Start();
            }
        }
    }

    /// <summary>Ends the loops of webhooks that an organizer has changed or removed.</summary>
    private async Task StopChangedAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        foreach (var some in loops.Values.Chunk(IdsAtOnce))
        {
            var ids = some.Select(loop => loop.WebhookId).ToList();
            var versions = await db.Webhooks.AsNoTracking().Where(webhook => ids.Contains(webhook.Id))
                .ToDictionaryAsync(webhook => webhook.Id, webhook => webhook.Version, StringComparer.Ordinal, cancellationToken);
            foreach (var loop in some.Where(loop => !versions.TryGetValue(loop.WebhookId, out var version) || version != loop.Version))
            {
                loop.Stop();
                await loop.Completion;
            }
        }
    }

    private void RemoveEnded()
    {
        foreach (var loop in loops.Values.Where(loop => loop.Completion.IsCompleted && loop.Journal.IsSaved).ToList())
        {
            loops.Remove(loop.WebhookId);
            if (loop.Journal.Progress.Stop is { } reason)
                Log.Stopped(logger, loop.WebhookId, reason);
        }
    }

    private async Task StopAllAsync()
    {
        foreach (var loop in loops.Values)
            loop.Stop();
        await Task.WhenAll(loops.Values.Select(loop => loop.Completion));
    }

    private async Task SaveAsync(JobLease lease)
    {
        foreach (var some in loops.Values.Where(loop => !loop.Journal.IsSaved).Chunk(SavedAtOnce))
        {
            var made = some.ToDictionary(loop => loop, loop => loop.Journal.Take()!);
            try
            {
                // Rejected if another instance has taken over: it has its own progress.
                await mediator.SendAsync(new KeepWebhookProgress(lease, [.. made.Values]));
            }
            catch (Exception exception) when (exception is StorageUnavailableException or OverloadedException)
            {
                foreach (var (loop, progress) in made)
                    loop.Journal.GiveBack(progress);
                throw;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.WebhookStopped, Level = LogLevel.Warning, Message = "Webhook {Webhook} gets nothing any more: {Reason}.")]
        public static partial void Stopped(ILogger logger, string webhook, WebhookStopReason reason);
    }
}
