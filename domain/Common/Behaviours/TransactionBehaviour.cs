using MediatR;

namespace LiveFeed.Domain;

/// <summary>Runs the rest of the pipeline inside a transaction. What it runs may run again, from fresh data, when a race was lost.</summary>
internal sealed class TransactionBehaviour<TRequest, TResponse>(IUnitOfWork work) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, IOutcome<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        work.ExecuteAsync(request, () => next());
}

/// <summary>One command's transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work in a transaction, publishes what its aggregates raised, commits changes and feed entries together, and then tells
    /// the hub. Returns once all of it is durable.
    /// </summary>
    /// <param name="command">What is carried out: an <see cref="IGroupCommit"/> may share its transaction with others.</param>
    /// <param name="work">May run more than once; each time against fresh data.</param>
    /// <exception cref="OverloadedException">Too many writes wait already.</exception>
    Task<TOutcome> ExecuteAsync<TOutcome>(ICommand command, Func<Task<TOutcome>> work)
        where TOutcome : class, IOutcome;
}

/// <summary>Too many writes wait already.</summary>
public sealed class OverloadedException() : Exception("The write queue is full.");
