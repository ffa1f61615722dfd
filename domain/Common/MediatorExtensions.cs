using MediatR;

namespace LiveFeed.Domain;

public static class MediatorExtensions
{
    /// <summary>
    /// Carries a command out. A write that has arrived is never cancelled, whether or not its client is still waiting: other writes may
    /// share its transaction, and a client that hangs up must not make them fail.
    /// </summary>
    // Step W2: the command is sent; from here on it is not cancelled.
    public static Task<Result<T>> SendAsync<T>(this IMediator mediator, ICommand<T> command) => mediator.Send(command, CancellationToken.None);
}
