namespace LiveFeed.Domain;

/// <summary>One command's transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work in a transaction, commits changes and feed entries together, and then signals the feed. Returns once everything is
    /// durable.
    /// </summary>
    /// <param name="command">The command that is carried out. An <see cref="IGroupCommit"/> may share its transaction with others.</param>
    /// <param name="work">The work. It may run more than once, each time with fresh data.</param>
    /// <exception cref="OverloadedException">Too many writes are waiting already, or this one has waited for too long.</exception>
    /// <exception cref="StorageUnavailableException">The database can't store it.</exception>
    Task<TOutcome> ExecuteAsync<TOutcome>(ICommand command, Func<Task<TOutcome>> work)
        where TOutcome : class, ICommandResult;
}
