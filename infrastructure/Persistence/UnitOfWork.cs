using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class UnitOfWork(DbSession session, WriteQueue queue, IServiceProvider services) : IUnitOfWork
{
    public async Task<TOutcome> ExecuteAsync<TOutcome>(ICommand command, Func<Task<TOutcome>> work)
        where TOutcome : class, ICommandResult
    {
        if (session.InTransaction)
            throw new InvalidOperationException("A command can't be sent from inside another command's transaction: the queue would wait for itself.");
        return (TOutcome)await queue.RunAsync(command, session, async () => await work(), DeriveAsync);
    }

    // Few commands need it.
    private Task DeriveAsync(EventId eventId, IReadOnlyCollection<DerivedChange> changes) => services.GetRequiredService<IDerivedState>().UpdateAsync(eventId, changes);
}
