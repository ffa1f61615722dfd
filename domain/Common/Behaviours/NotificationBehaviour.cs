using MediatR;

namespace LiveFeed.Domain;

/// <summary>
/// Publishes what the command's aggregates have raised, inside the transaction: whatever a notification's handler adds is committed with the
/// change that raised it. Nothing is published if the command commits nothing.
/// </summary>
internal sealed class NotificationBehaviour<TRequest, TResponse>(IRaisedNotifications raised, IMediator mediator) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var result = await next();
        // Step W7: notifications become entries.
        // A handler may raise more.
        while (raised.Take() is { Count: > 0 } notifications)
        {
            if (!result.Commits)
                break;
            foreach (var notification in notifications)
                await mediator.Publish(notification, cancellationToken);
        }

        return result;
    }
}
