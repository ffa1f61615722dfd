using MediatR;

namespace LiveFeed.Domain;

/// <summary>A write. Runs in a transaction of its own, or together with others that are waiting (<see cref="IGroupCommit"/>).</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>Marks every command, whatever it returns, for the behaviours.</summary>
public interface ICommand;

/// <summary>A command that validates its own input before anything else runs.</summary>
public interface IValidatable
{
    /// <summary>Returns what is wrong with the command's input, or null if nothing is.</summary>
    Error? Validate();
}

/// <summary>
/// A command about one event. The event's feed head is locked before the handler reads anything. So commands of one event run one after
/// another, on however many instances, and the data that a handler has read stays valid until the commit.
/// </summary>
public interface IEventCommand : ICommand
{
    string EventId { get; }
}

/// <summary>A command about a user's own data. The user's row is locked, in the same way as an event's head.</summary>
public interface IUserCommand : ICommand
{
    string UserId { get; }
}

/// <summary>
/// A command about one match that may share a transaction with others that are waiting. The data that its handler needs (the event, the
/// actor's membership, the match with its claim and score) is read for the whole group at once. The handler reads nothing by query: a query
/// would not see what the others of the group have changed and not yet written. The handler changes the claim and the score only, and
/// changes nothing before it is sure to succeed.
/// </summary>
public interface IGroupCommit : IEventCommand, IIdempotent
{
    int MatchId { get; }
}

/// <summary>A command that returns its first response to a repeat within 24 hours, and then changes nothing.</summary>
public interface IIdempotent
{
    /// <summary>The key that the client made, unique per user; null if the client made none.</summary>
    string? IdempotencyKey { get; }

    Actor Actor { get; }
}

public static class MediatorExtensions
{
    /// <summary>
    /// Carries a command out. A write that has arrived is never cancelled, whether or not its client is still waiting: other writes may
    /// share its transaction, and a client that hangs up must not make them fail.
    /// </summary>
    // Step W2: the command is sent; from here on it is not cancelled.
    public static Task<Result<T>> SendAsync<T>(this IMediator mediator, ICommand<T> command) => mediator.Send(command, CancellationToken.None);
}
