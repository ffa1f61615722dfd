using LiveFeed.Infrastructure.Persistence.Engines;
using LiveFeed.Infrastructure.Sessions;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Runs commands one group after another. Commands that wait together commit together, so that one fsync serves many (group commit).
/// </summary>
internal sealed partial class WriteWorker(
    WriteTransaction transaction, ILiveFeedContextFactory contexts, DatabaseEngine engine, IFeedSignal signal, EndedSessions ended, WriteHealth health,
    WriteMetrics metrics, IOptions<DatabaseOptions> options, TimeProvider time, ILogger<WriteWorker> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // What one attempt to begin takes while another process writes.
    private static readonly TimeSpan BeginAttempt = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaintainEvery = TimeSpan.FromSeconds(1);

    private long maintainedAt;
    private long tryingSince;

    /// <summary>When the oldest command of its group was queued: a timestamp of the time provider. Null if it has none.</summary>
    public long? TryingSince => Interlocked.Read(ref tryingSince) is var since and not 0 ? since : null;

    /// <summary>Runs commands until there will be no more.</summary>
    /// <param name="waiting">The commands.</param>
    /// <param name="watches">Whether this worker looks after the storage while it has nothing to do.</param>
    public async Task RunAsync(WaitingCommands waiting, bool watches)
    {
        // Leave the host's start-up path: SQLite's "asynchronous" calls block.
        await Task.Yield();
        var group = new List<QueuedCommand>(options.Value.MaxGroupCommit);
        while (true)
        {
            waiting.Take(group);
            if (group.Count > 0)
            {
                await CommitAsync(group);
                Interlocked.Exchange(ref tryingSince, 0);
                waiting.Release(group);
                group.Clear();
                await MaintainAsync();
            }
            else if (waiting.IsOver)
            {
                return;
            }
            else if (watches)
            {
                await WatchUntilAsync(waiting.ChangedAsync());
            }
            else
            {
                await waiting.ChangedAsync();
            }
        }
    }

    /// <summary>Looks after the storage until there may be a command.</summary>
    private async Task WatchUntilAsync(Task changed)
    {
        while (true)
        {
            await changed.WaitAsync(health.IsFailing ? ProbeEvery : CheckEvery, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (changed.IsCompleted)
                return;
            await ProbeAsync();
        }
    }

    /// <summary>Finds out whether the next write will be stored, by a write if the last one was not.</summary>
    private async Task ProbeAsync()
    {
        try
        {
            await using var db = contexts.Create();
            if (health.IsFailing)
                await engine.ProbeAsync(db, time.Now());
            else
                await engine.CheckFilesAsync(db);
            health.Succeeded();
        }
        catch (Exception exception)
        {
            // Whatever it is: writes go the same way.
            health.Failed(exception);
        }
    }

    private async Task MaintainAsync()
    {
        if (!engine.NeedsMaintenance || time.GetElapsedTime(maintainedAt) < MaintainEvery)
            return;
        maintainedAt = time.GetTimestamp();
        try
        {
            await using var db = contexts.Create();
            await engine.MaintainAsync(db);
        }
        catch (Exception exception)
        {
            // The writes that follow decide whether the storage fails.
            Log.MaintenanceFailed(logger, exception);
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
            catch (DatabaseLockedException)
            {
                group = WithoutOverdue(group);
                if (group.Count == 0)
                    return;
            }
            catch (Exception exception) when (engine.IsConnectionLost(exception) && !IsOverdue(group[0], options.Value.RetryFor))
            {
                Log.ConnectionLost(logger, exception);
                await Task.Delay(PauseBefore(attempt), time);
            }
            catch (Exception exception) when (group.Count > 1 && !engine.IsConnectionLost(exception))
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
            catch (Exception exception) when (engine.Includes(exception))
            {
                health.Failed(exception);
                foreach (var item in group)
                    item.Fail(new StorageUnavailableException(exception));
                return;
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
                group[0].Fail(exception);
                return;
            }
        }
    }

    /// <summary>Rejects the commands of a group that have waited too long to wait for another attempt. Returns the others.</summary>
    private List<QueuedCommand> WithoutOverdue(IReadOnlyList<QueuedCommand> group)
    {
        var overdue = group.ToLookup(item => IsOverdue(item, options.Value.MaxWriteWait - BeginAttempt));
        foreach (var item in overdue[true])
            item.Fail(WriteQueue.WaitedTooLong());
        return [.. overdue[false]];
    }

    private bool IsOverdue(QueuedCommand item, TimeSpan wait) => time.GetElapsedTime(item.QueuedAt) >= wait;

    private async Task CommitOnceAsync(IReadOnlyList<QueuedCommand> group)
    {
        using var timing = metrics.Commit(group.Count);
        Interlocked.Exchange(ref tryingSince, group[0].QueuedAt);
        var commits = await transaction.CommitAsync(group);

        health.Succeeded();

        // Signal before responding: a client that gets the response can rely on its write being on the way to every reader.
        // Step W10: the feeds in memory are signalled.
        await SignalAsync(commits);
        foreach (var session in group.Where(item => item.Outcome!.Commits).SelectMany(item => item.Session.EndedSessions))
            ended.Add(session);
        foreach (var item in group)
            item.Succeed();
    }

    private async Task SignalAsync(IReadOnlyList<TopicCommit> commits)
    {
        try
        {
            await signal.CommittedAsync(commits);
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

        [LoggerMessage(EventId = LogEventIds.MaintenanceFailed, Level = LogLevel.Warning, Message = "The write-ahead log could not be emptied; it is tried again.")]
        public static partial void MaintenanceFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = LogEventIds.SignalFailed, Level = LogLevel.Error, Message = "The feeds in memory could not take a signal; the comparison with the log will make up for it.")]
        public static partial void SignalFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = LogEventIds.ConnectionLost, Level = LogLevel.Warning, Message = "The connection to the database was lost; nothing was committed, and it is tried again.")]
        public static partial void ConnectionLost(ILogger logger, Exception exception);
    }
}
