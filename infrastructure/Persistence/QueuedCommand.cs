using System.Diagnostics;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>A command that waits for its transaction.</summary>
/// <param name="command">The command.</param>
/// <param name="session">The session that its stores work on.</param>
/// <param name="run">Runs the command; more than once if it loses a race.</param>
/// <param name="derive">Computes what follows from the transaction for an event.</param>
/// <param name="queuedAt">When it was queued: a timestamp of the time provider.</param>
internal sealed class QueuedCommand(ICommand command, DbSession session, Func<Task<ICommandResult>> run, Func<EventId, IReadOnlyCollection<DerivedChange>, Task> derive, long queuedAt)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int GivenUp = 2;

    // Continuations must not run on the queue's own loop: every command would wait for the responses of those before it.
    private readonly TaskCompletionSource<ICommandResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Whoever is faster changes it: the queue that takes the command, or the caller who gives up.
    private int state = Waiting;

    public ICommand Command => command;

    public bool MayShare => command is IGroupCommit;

    // They lock many rows, and so may wait for each other: one at a time leaves the other writers to everybody else.
    private static readonly object Wide = new();

    /// <summary>The event or user whose row the command locks, or what stands for all commands that lock many; null if it locks none.</summary>
    public object? Key { get; } = command switch
    {
        IEventCommand ofEvent => ofEvent.EventId,
        IUserCommand ofUser => ofUser.UserId,
        IWideCommand => Wide,
        _ => null,
    };

    public long QueuedAt => queuedAt;

    /// <summary>The span of the request that queued it.</summary>
    public ActivityContext Trace { get; } = Activity.Current?.Context ?? default;

    public DbSession Session => session;

    public ICommandResult? Outcome { get; private set; }

    public Task<ICommandResult> Completion => completion.Task;

    public async Task RunAsync(LiveFeedContext db, IdentityMap lookups, List<Aggregate> aggregates)
    {
        session.Enlist(db, lookups, aggregates);
        try
        {
            Outcome = await run();
        }
        finally
        {
            session.Delist();
        }
    }

    /// <summary>Computes what follows from all commands of the transaction, and adds its entries to this command's.</summary>
    public async Task DeriveAsync(LiveFeedContext db, IdentityMap lookups, List<Aggregate> aggregates, EventId eventId, IReadOnlyCollection<DerivedChange> changes)
    {
        session.EnlistAgain(db, lookups, aggregates);
        try
        {
            await derive(eventId, changes);
        }
        finally
        {
            session.Delist();
        }
    }

    /// <summary>Returns whether the command may run: its caller has not given up.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    /// <summary>Returns whether the command will never run.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting;

    public void Succeed() => completion.TrySetResult(Outcome!);

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
