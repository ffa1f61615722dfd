using MediatR;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class UnitOfWork(DbSession session, WriteQueue queue, IMediator mediator) : IUnitOfWork
{
    public async Task<TOutcome> ExecuteAsync<TOutcome>(ICommand command, Func<Task<TOutcome>> work)
        where TOutcome : class, ICommandResult
    {
        if (session.InTransaction)
            throw new InvalidOperationException("A command can't be sent from inside another command's transaction: the queue would wait for itself.");
        var outcome = await queue.RunAsync(command, session, RunAsync);
        return (TOutcome)outcome;

        async Task<ICommandResult> RunAsync()
        {
            var result = await work();
            if (result.Commits)
            {
                foreach (var notification in session.TakeRaised())
                    await mediator.Publish(notification, CancellationToken.None);
            }

            return result;
        }
    }
}
