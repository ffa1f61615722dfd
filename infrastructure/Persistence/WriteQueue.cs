using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The only way in which this process writes. SQLite has a single writer, and is unfair to those who wait for it: one worker commits group after group. On a database server there
/// are several, so that a long write to one event doesn't delay the others.
/// </summary>
internal sealed class WriteQueue : BackgroundService
{
    private readonly WriteWorker[] workers;
    private readonly WaitingCommands waiting;
    private readonly DatabaseOptions options;
    private readonly TimeProvider time;

    public WriteQueue(IServiceProvider services, DatabaseEngine engine, WriteHealth health, IOptions<DatabaseOptions> options, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        var count = engine.HasOneWriter ? 1 : options.Value.WriteWorkers;
        waiting = new WaitingCommands(options.Value.WriteQueueCapacity, options.Value.MaxGroupCommit, count);
        workers = [.. Enumerable.Range(0, count).Select(_ => ActivatorUtilities.CreateInstance<WriteWorker>(services))];
        health.Watch(() => workers.Select(worker => worker.TryingSince).Append(waiting.OldestQueuedAt).Min());
    }

    /// <summary>Runs a command in a transaction, after those that wait before it.</summary>
    /// <exception cref="OverloadedException">Too many wait, or this one has waited for too long. It has not run and won't.</exception>
    public async Task<ICommandResult> RunAsync(
        ICommand command, DbSession session, Func<Task<ICommandResult>> run, Func<EventId, IReadOnlyCollection<DerivedChange>, Task> derive)
    {
        var item = new QueuedCommand(command, session, run, derive, time.GetTimestamp());
        if (!waiting.TryAdd(item))
            throw new OverloadedException("The write queue is full.");
        await ((Task)item.Completion).WaitAsync(options.MaxWriteWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (item.TryGiveUp())
            throw WaitedTooLong();
        return await item.Completion;
    }

    public static OverloadedException WaitedTooLong() => new("The write has waited for too long.");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Commands that were accepted are still written: the workers end when none wait.
        waiting.Close();
        if (ExecuteTask is { } loops)
            await loops.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(workers.Select((worker, i) => worker.RunAsync(waiting, watches: i == 0)));
}
