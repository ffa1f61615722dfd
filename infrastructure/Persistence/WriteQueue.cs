using System.Threading.Channels;
using LiveFeed.Infrastructure.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The one writer of this process. SQLite has a single writer anyway and is unfair to those who wait for it; and commands that wait
/// together commit together, so that one fsync serves many (group commit).
/// </summary>
internal sealed partial class WriteQueue(
    IContexts contexts, FeedWriter feedWriter, IFeedSignal signal, WriteMetrics metrics, IOptions<DatabaseOptions> options, ILogger<WriteQueue> logger)
    : BackgroundService
{
    private readonly Channel<WriteItem> waiting = Channel.CreateBounded<WriteItem>(
        new BoundedChannelOptions(options.Value.WriteQueueCapacity) { SingleReader = true });

    public async Task<IOutcome> RunAsync(DbSession session, Func<Task<IOutcome>> run, bool mayShare)
    {
        var item = new WriteItem(session, run, mayShare);
        if (!waiting.Writer.TryWrite(item))
            throw new OverloadedException();
        return await item.Completion;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was accepted is written: the loop ends when the queue is empty.
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } loop)
            await loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leaves the host's start-up path: SQLite's "asynchronous" calls block.
        await Task.Yield();
        var group = new List<WriteItem>(options.Value.MaxGroupCommit);
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            TakeGroup(group);
            await CommitAsync(group);
            group.Clear();
        }
    }

    private void TakeGroup(List<WriteItem> group)
    {
        while (group.Count < options.Value.MaxGroupCommit && waiting.Reader.TryPeek(out var next))
        {
            if (group.Count > 0 && !(next.MayShare && group[0].MayShare))
                return;
            waiting.Reader.TryRead(out _);
            group.Add(next);
        }
    }

    private async Task CommitAsync(IReadOnlyList<WriteItem> group)
    {
        try
        {
            await TryCommitAsync(group);
        }
        catch (Exception) when (group.Count > 1)
        {
            // One of them stumbled; which one shows when each has a transaction of its own.
            metrics.GroupSplit();
            foreach (var item in group)
                await CommitAsync([item]);
        }
        catch (Exception exception)
        {
            await RetryAsync(group[0], exception);
        }
    }

    private async Task RetryAsync(WriteItem item, Exception exception)
    {
        for (var attempt = 1; attempt < options.Value.MaxAttempts && LostRaces.Include(exception); attempt++)
        {
            metrics.RaceLost();
            try
            {
                await TryCommitAsync([item]);
                return;
            }
            catch (Exception next)
            {
                exception = next;
            }
        }

        Log.Failed(logger, exception);
        item.Fail(exception);
    }

    private async Task TryCommitAsync(IReadOnlyList<WriteItem> group)
    {
        using var timing = metrics.Commit(group.Count);
        await using var strategist = contexts.Create();
        var appended = await strategist.Database.CreateExecutionStrategy().ExecuteAsync(group, RunInTransactionAsync);

        // Before the answers: who is told of a write can rely on its being on its way to every reader.
        await SignalAsync(appended);
        foreach (var item in group)
            item.Succeed();
    }

    private async Task SignalAsync(AppendedEntries appended)
    {
        try
        {
            foreach (var entries in appended.Entries)
                signal.Appended(entries);
            foreach (var eventId in appended.ChangedAccess)
                await signal.AccessChangedAsync(eventId);
        }
        catch (Exception exception)
        {
            // The change is committed, so the command must not run again; the hub's tail check makes up for the lost signal.
            Log.SignalFailed(logger, exception);
        }
    }

    private async Task<AppendedEntries> RunInTransactionAsync(IReadOnlyList<WriteItem> group)
    {
        await using var db = contexts.Create();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var lookups = new Lookups();
        foreach (var item in group)
            await item.RunAsync(db, lookups);
        if (!group.Any(item => item.Outcome!.Commits))
            return AppendedEntries.None;

        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync();
        var appended = await feedWriter.AppendAsync(db, group.Where(item => item.Outcome!.Commits).Select(item => item.Session));
        await transaction.CommitAsync();
        return appended;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "A command failed and changed nothing.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "The feed hub could not take a signal; the tail check will make up for it.")]
        public static partial void SignalFailed(ILogger logger, Exception exception);
    }
}
