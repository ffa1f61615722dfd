using System.Data;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>
/// The log as a replica of the database has it. It may be behind, or have taken another course, so that it is read up to a known position only, and only
/// after it has shown the same entry there. What it has beyond that position is never read: the database may have lost it.
/// </summary>
internal sealed class ReplicaLog(ReplicaContexts contexts, ReplicaHealth health, FeedMetrics metrics, IOptions<DatabaseOptions> database, IOptions<FeedOptions> feeds)
{
    // The real time, whatever the process's clock: the replica takes its own.
    private readonly TimeProvider time = TimeProvider.System;

    /// <summary>Returns a topic's feed as it was at a position; null if the replica can't.</summary>
    public Task<LoadedFeed?> LoadAsync(LogPosition position, CancellationToken cancellationToken) => TryAsync(
        position, position.Sequence,
        (db, limit) => FeedQueries.LoadAsync(db, position.Topic, position.Epoch, position.Sequence, feeds.Value, limit), cancellationToken);

    /// <summary>Returns the entries after a sequence and up to a position, in order, at most one page; null if the replica can't.</summary>
    public Task<IReadOnlyList<FeedEntry>?> ReadAsync(LogPosition position, long after, CancellationToken cancellationToken)
    {
        var (size, upTo) = (feeds.Value.HistoryPageSize, Math.Min(position.Sequence, after + feeds.Value.HistoryPageSize));
        return TryAsync(
            position, upTo,
            (db, limit) =>
            {
                metrics.LogRead();
                return FeedQueries.PageAsync(db, position.Topic, position.Epoch, after, upTo, size, limit);
            },
            cancellationToken);
    }

    /// <summary>Finds out whether the replica responds, and has everything up to a position, if there is one.</summary>
    /// <exception cref="Exception">It doesn't respond in time.</exception>
    public Task<Fallback?> CompareAsync(LogPosition? position) => WithinLimitAsync((db, limit) => position is null
        ? PingAsync(db, limit)
        : FindFallbackAsync(db, position, position.Sequence, limit));

    private async Task<T?> TryAsync<T>(LogPosition position, long upTo, Func<LiveFeedContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (health.IsAway)
        {
            health.FellBack(Fallback.Away);
            return null;
        }

        try
        {
            var (value, fallback) = await WithinLimitAsync(async (db, limit) => await FindFallbackAsync(db, position, upTo, limit) is { } found
                ? ((T?)null, (Fallback?)found)
                : (await read(db, limit), null)).WaitAsync(cancellationToken);
            if (fallback is { } reason)
                health.FellBack(reason, position);
            else
                health.Served();
            return value;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            health.Failed(exception);
            health.FellBack(Fallback.Away);
            return null;
        }
    }

    /// <summary>Returns why a replica can't be read up to a sequence; null if it can.</summary>
    private static async Task<Fallback?> FindFallbackAsync(LiveFeedContext db, LogPosition position, long upTo, CancellationToken cancellationToken)
    {
        if (await FeedQueries.HeadAsync(db, position.Topic, cancellationToken) is not { } head)
            return Fallback.Behind;
        if (head.Epoch != position.Epoch)
            return Fallback.OtherHistory;
        if (head.Sequence < upTo)
            return Fallback.Behind;
        // The newest entry that both have. If it is the same, so are all before it.
        var common = Math.Min(head.Sequence, position.Sequence);
        var check = common == head.Sequence ? head.Check : await FeedQueries.CheckAsync(db, position.Topic, common, cancellationToken);
        var isSame = check == position.CheckAt(common);
        if (common == position.Sequence)
            return isSame ? null : Fallback.OtherHistory;
        // Too far behind to be compared with what is in memory, or without a check: that proves nothing.
        return isSame && check is not null ? null : Fallback.Behind;
    }

    private static async Task<Fallback?> PingAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        await db.FeedHeads.AnyAsync(cancellationToken);
        return null;
    }

    /// <exception cref="TimeoutException">It took too long.</exception>
    private Task<T> WithinLimitAsync<T>(Func<LiveFeedContext, CancellationToken, Task<T>> read) =>
        // A driver may take long to give up a connection that no longer responds. Nobody waits for that.
        Task.Run(() => ReadAsync(read)).WaitAsync(database.Value.ReadTimeout, time);

    private async Task<T> ReadAsync<T>(Func<LiveFeedContext, CancellationToken, Task<T>> read)
    {
        using var limit = new CancellationTokenSource(database.Value.ReadTimeout, time);
        await using var db = contexts.Create();
        // All of it at one moment of one server, even if there is a pooler with several behind it.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, limit.Token);
        return await read(db, limit.Token);
    }
}
