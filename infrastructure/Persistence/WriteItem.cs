namespace LiveFeed.Infrastructure.Persistence;

/// <summary>A command that waits for its transaction.</summary>
internal sealed class WriteItem(DbSession session, Func<Task<IOutcome>> run, bool mayShare)
{
    // Continuations must not run on the queue's own loop: every command would wait for the answers of those before it.
    private readonly TaskCompletionSource<IOutcome> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool MayShare => mayShare;

    public DbSession Session => session;

    public IOutcome? Outcome { get; private set; }

    public Task<IOutcome> Completion => completion.Task;

    public async Task RunAsync(LiveFeedContext db, Lookups lookups)
    {
        session.Join(db, lookups);
        try
        {
            Outcome = await run();
        }
        finally
        {
            session.Leave();
        }
    }

    public void Succeed() => completion.TrySetResult(Outcome!);

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
