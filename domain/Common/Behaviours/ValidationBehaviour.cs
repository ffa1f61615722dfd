using MediatR;

namespace LiveFeed.Domain;

internal sealed class ValidationBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is IValidatable validatable && validatable.Validate() is { } error ? TResponse.Failed(error) : await next();
}
