using System.Diagnostics;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Persistence.Engines;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Runs a group of commands in one transaction, once.</summary>
internal sealed partial class WriteTransaction(
    ILiveFeedContextFactory contexts, DatabaseEngine engine, FeedAppender appender, IOptions<DatabaseOptions> options, TimeProvider time, ILogger<WriteTransaction> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the commands and commits what they changed together with their feed entries.</summary>
    /// <returns>What it did to each topic, once that is durable.</returns>
    /// <exception cref="Exception">The failure. Nothing is committed then, and nothing will be.</exception>
    public async Task<IReadOnlyList<TopicCommit>> CommitAsync(IReadOnlyList<QueuedCommand> group)
    {
        using var activity = Telemetry.Activities.StartActivity(
            "commit", ActivityKind.Internal, group[0].Trace, links: group.Skip(1).Select(item => new ActivityLink(item.Trace)));
        activity?.SetTag("livefeed.commands", group.Count);
        await using var db = contexts.Create();
        // One attempt: the queue decides what may be retried, and when.
        return await new OneAttempt(db).ExecuteAsync(() => RunAsync(db, group));
    }

    private async Task<IReadOnlyList<TopicCommit>> RunAsync(LiveFeedContext db, IReadOnlyList<QueuedCommand> group)
    {
        var transaction = await engine.BeginAsync(db);
        IReadOnlyList<TopicCommit> commits;
        try
        {
            commits = await RunAsync(db, transaction, group);
        }
        catch (Exception failure)
        {
            await DatabaseEngine.AbandonAsync(transaction, failure);
            throw;
        }

        await transaction.DisposeAsync();
        return commits;
    }

    private async Task<IReadOnlyList<TopicCommit>> RunAsync(LiveFeedContext db, IDbContextTransaction transaction, IReadOnlyList<QueuedCommand> group)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // Collected as they come: a look through the change tracker after each command would cost more than the commands.
        var aggregates = new List<Aggregate>();
        db.ChangeTracker.Tracked += (_, tracked) =>
        {
            if (tracked.Entry.Entity is Aggregate aggregate)
                aggregates.Add(aggregate);
        };
        // Step W5: locks the feeds' heads, reads what the handlers will look up.
        var lookups = await GroupPrefetch.LoadAsync(db, engine, [.. group.Select(item => item.Command)]);
        foreach (var item in group)
            await item.RunAsync(db, lookups, aggregates);
        if (!group.Any(item => item.Outcome!.Commits))
            return [];

        var sessions = group.Where(item => item.Outcome!.Commits).Select(item => item.Session).ToList();
        db.ChangeTracker.DetectChanges();
        // Most groups only change rows, from which nothing is derived: these are written at the end, together with the entries.
        if (sessions.Exists(session => session.Derived.Count > 0) || db.ChangeTracker.Entries().Any(entry => entry.State is EntityState.Added or EntityState.Deleted))
        {
            await SaveAsync(db);
            await DeriveAsync(db, lookups, aggregates, group);
        }

        var rows = sessions.SelectMany(session => session.Appended).ToList();
        // Step W8: the entries are numbered.
        var commits = appender.Append(db, lookups, sessions, rows);
        var record = new TransactionRecord { Id = Guid.CreateVersion7(), At = time.Now(), Abandoned = false };
        if (db.RecordsTransactions)
            rows.Add(record);
        // These rows may refer to the tracked ones that were written above.
        await PreparedStatements.WriteAsync(db, rows);
        try
        {
            // Step W9: change and entries are committed.
            await transaction.CommitAsync();
        }
        catch (Exception exception) when (db.RecordsTransactions)
        {
            Log.CommitUnknown(logger, exception);
            if (!await IsCommittedAsync(record.Id))
                throw;
        }

        return commits;
    }

    /// <summary>Computes what follows from the changes of the whole group.</summary>
    private static async Task DeriveAsync(LiveFeedContext db, IdentityMap lookups, List<Aggregate> aggregates, IReadOnlyList<QueuedCommand> group)
    {
        var committed = group.Where(item => item.Outcome!.Commits).ToList();
        var derived = committed.SelectMany(item => item.Session.Derived).ToLookup(work => work.EventId, work => work.Change);
        if (derived.Count == 0)
            return;
        // Its entries come after those of all commands: a score that is published with the winner of its tie is the last one of its match.
        foreach (var ofEvent in derived)
            await committed[^1].DeriveAsync(db, lookups, aggregates, ofEvent.Key, [.. ofEvent]);
        db.ChangeTracker.DetectChanges();
        await SaveAsync(db);
    }

    private static async Task SaveAsync(LiveFeedContext db)
    {
        await PreparedStatements.UpdateAsync(db);
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// Returns whether a transaction was committed whose COMMIT got no response. The COMMIT may still be on its way. So the same id is
    /// written here, which waits for that transaction's end and makes sure that it can't succeed later.
    /// </summary>
    private async Task<bool> IsCommittedAsync(Guid id)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                await using var db = contexts.Create();
                if (await db.Transactions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is { } known)
                    return !known.Abandoned;
                db.Transactions.Add(new TransactionRecord { Id = id, At = time.Now(), Abandoned = true });
                await new OneAttempt(db).ExecuteAsync(() => db.SaveChangesAsync());
                return false;
            }
            // Also while the disk is full: the other transaction may have got its place before.
            catch (Exception exception) when (engine.IsUniqueViolation(exception) || (engine.Includes(exception) && time.GetElapsedTime(since) < options.Value.RetryFor))
            {
                await Task.Delay(Pause, time);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.CommitUnknown, Level = LogLevel.Warning, Message = "The response to a COMMIT was lost; looking up whether the transaction was committed.")]
        public static partial void CommitUnknown(ILogger logger, Exception exception);
    }
}
