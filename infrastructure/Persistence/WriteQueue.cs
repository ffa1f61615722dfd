using System.Threading.Channels;
using LiveFeed.Infrastructure.Persistence.Engines;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The only writer of this process. SQLite has a single writer anyway, and is unfair to those who wait for it. Commands that wait together
/// commit together, so that one fsync serves many (group commit).
/// </summary>
internal sealed partial class WriteQueue(
    WriteTransaction transaction, DatabaseEngine engine, IFeedSignal signal, WriteMetrics metrics, IOptions<DatabaseOptions> options,
    TimeProvider time, ILogger<WriteQueue> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly Channel<QueuedCommand> waiting = Channel.CreateBounded<QueuedCommand>(
        new BoundedChannelOptions(options.Value.WriteQueueCapacity) { SingleReader = true });

    public async Task<ICommandResult> RunAsync(ICommand command, DbSession session, Func<Task<ICommandResult>> run)
    {
        var item = new QueuedCommand(command, session, run, time.GetTimestamp());
        if (!waiting.Writer.TryWrite(item))
            throw new OverloadedException();
        return await item.Completion;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Commands that were accepted are still written: the loop ends when the queue is empty.
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } loop)
            await loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leave the host's start-up path: SQLite's "asynchronous" calls block.
        await Task.Yield();
        var group = new List<QueuedCommand>(options.Value.MaxGroupCommit);
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            TakeGroup(group);
            await CommitAsync(group);
            group.Clear();
        }
    }

    // Step W4: commands that wait together.
    private void TakeGroup(List<QueuedCommand> group)
    {
        while (group.Count < options.Value.MaxGroupCommit && waiting.Reader.TryPeek(out var next))
        {
            if (group.Count > 0 && !(next.MayShare && group[0].MayShare))
                return;
            waiting.Reader.TryRead(out _);
            group.Add(next);
        }
    }

    private async Task CommitAsync(IReadOnlyList<QueuedCommand> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CommitOnceAsync(group);
                return;
            }
            catch (Exception exception) when (engine.IsConnectionLost(exception) && time.GetElapsedTime(group[0].QueuedAt) < options.Value.RetryFor)
            {
                Log.ConnectionLost(logger, exception);
                await Task.Delay(PauseBefore(attempt), time);
            }
            catch (Exception) when (group.Count > 1)
            {
                // One of them failed. Which one shows when each has a transaction of its own.
                metrics.GroupSplit();
                foreach (var item in group)
                    await CommitAsync([item]);
                return;
            }
            catch (Exception exception) when (engine.IsLostRace(exception) && attempt < options.Value.MaxAttempts)
            {
                metrics.RaceLost();
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
                group[0].Fail(exception);
                return;
            }
        }
    }

    private async Task CommitOnceAsync(IReadOnlyList<QueuedCommand> group)
    {
        using var timing = metrics.Commit(group.Count);
        var appended = await transaction.CommitAsync(group);

        // Signal before responding: a client that gets the response can rely on its write being on the way to every reader.
        // Step W10: the feeds in memory are signalled.
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
            foreach (var topic in appended.ChangedAccess)
                await signal.AccessChangedAsync(topic);
        }
        catch (Exception exception)
        {
            // The change is committed, so the command must not run again. The comparison with the log makes up for the lost signal.
            Log.SignalFailed(logger, exception);
        }
    }

    private static TimeSpan PauseBefore(int attempt)
    {
        var doubled = TimeSpan.FromMilliseconds(50 * Math.Pow(2, Math.Min(attempt, 10)));
        return doubled < LongestPause ? doubled : LongestPause;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.CommandFailed, Level = LogLevel.Error, Message = "A command failed and changed nothing.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = LogEventIds.SignalFailed, Level = LogLevel.Error, Message = "The feeds in memory could not take a signal; the comparison with the log will make up for it.")]
        public static partial void SignalFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = LogEventIds.ConnectionLost, Level = LogLevel.Warning, Message = "The connection to the database was lost; nothing was committed, and it is tried again.")]
        public static partial void ConnectionLost(ILogger logger, Exception exception);
    }
}
