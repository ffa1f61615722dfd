using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The only way in which this process writes. SQLite has a single writer, and is unfair to those who wait for it: there is one lane. On a database server
/// several lanes write at once. Commands of one event, or of one user, are in one lane, because they would wait for the same locked row.
/// </summary>
internal sealed class WriteQueue : BackgroundService
{
    private readonly WriteLane[] lanes;
    private readonly DatabaseOptions options;
    private readonly TimeProvider time;
    private uint next;

    public WriteQueue(IServiceProvider services, DatabaseEngine engine, WriteHealth health, IOptions<DatabaseOptions> options, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        lanes = [.. Enumerable.Range(0, engine.HasOneWriter ? 1 : options.Value.WriteLanes).Select(_ => ActivatorUtilities.CreateInstance<WriteLane>(services))];
        health.Watch(() => lanes.Min(lane => lane.OldestQueuedAt));
    }

    /// <summary>Runs a command in a transaction, after those that wait before it.</summary>
    /// <exception cref="OverloadedException">Too many wait, or this one has waited for too long. It has not run and won't.</exception>
    public async Task<ICommandResult> RunAsync(ICommand command, DbSession session, Func<Task<ICommandResult>> run)
    {
        var item = new QueuedCommand(command, session, run, time.GetTimestamp());
        if (lanes.Sum(lane => lane.Waiting) >= options.WriteQueueCapacity || !LaneOf(command).TryAdd(item))
            throw new OverloadedException("The write queue is full.");
        await ((Task)item.Completion).WaitAsync(options.MaxWriteWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (item.TryGiveUp())
            throw WaitedTooLong();
        return await item.Completion;
    }

    public static OverloadedException WaitedTooLong() => new("The write has waited for too long.");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Commands that were accepted are still written: the loops end when the lanes are empty.
        foreach (var lane in lanes)
            lane.Close();
        if (ExecuteTask is { } loops)
            await loops.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(lanes.Select((lane, i) => lane.RunAsync(watches: i == 0)));

    private WriteLane LaneOf(ICommand command) => lanes.Length == 1 ? lanes[0] : lanes[Key(command) % (uint)lanes.Length];

    private uint Key(ICommand command) => command switch
    {
        IEventCommand { EventId: var id } => (uint)id.GetHashCode(),
        IUserCommand { UserId: var id } => (uint)id.GetHashCode(),
        _ => Interlocked.Increment(ref next),
    };
}
