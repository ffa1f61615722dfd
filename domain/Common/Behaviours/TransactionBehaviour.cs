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
