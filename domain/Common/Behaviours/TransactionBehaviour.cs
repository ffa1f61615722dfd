using MediatR;

namespace LiveFeed.Domain;

/// <summary>Runs the rest of the pipeline inside a transaction. The rest may run again, with fresh data, if a race was lost.</summary>
internal sealed class TransactionBehaviour<TRequest, TResponse>(IUnitOfWork work) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        work.ExecuteAsync(request, () => next());
}

/// <summary>One command's transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work in a transaction, publishes the notifications that its aggregates raised, commits changes and feed entries together,
    /// and then signals the feed hub. Returns once everything is durable.
    /// </summary>
    /// <param name="command">The command that is carried out. An <see cref="IGroupCommit"/> may share its transaction with others.</param>
    /// <param name="work">The work. It may run more than once, each time with fresh data.</param>
    /// <exception cref="OverloadedException">Too many writes are waiting already.</exception>
    Task<TOutcome> ExecuteAsync<TOutcome>(ICommand command, Func<Task<TOutcome>> work)
        where TOutcome : class, ICommandResult;
}

/// <summary>Too many writes are waiting already.</summary>
public sealed class OverloadedException() : Exception("The write queue is full.");
