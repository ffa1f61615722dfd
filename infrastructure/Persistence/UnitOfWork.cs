using MediatR;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class UnitOfWork(DbSession session, WriteQueue queue, IMediator mediator) : IUnitOfWork
{
    public async Task<TOutcome> ExecuteAsync<TOutcome>(Func<Task<TOutcome>> work, bool mayShare, CancellationToken cancellationToken)
        where TOutcome : class, IOutcome
    {
        if (session.InTransaction)
            throw new InvalidOperationException("A command can't be sent from inside another command's transaction: the queue would wait for itself.");
        var outcome = await queue.RunAsync(session, RunAsync, mayShare, cancellationToken);
        return (TOutcome)outcome;

        async Task<IOutcome> RunAsync()
        {
            var result = await work();
            if (result.Commits)
            {
                // The rest of a command that has begun is not cancelled: others may share its transaction.
                foreach (var notification in session.TakeRaised())
                    await mediator.Publish(notification, CancellationToken.None);
            }

            return result;
        }
    }
}
