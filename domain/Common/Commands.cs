using MediatR;

namespace LiveFeed.Domain;

/// <summary>A write. Runs in a transaction of its own, or together with others that wait (<see cref="IGroupCommit"/>).</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>What the behaviours need to know of any command.</summary>
public interface ICommand;

/// <summary>A command that checks its own form before anything else runs.</summary>
public interface IValidatable
{
    /// <summary>The first thing wrong with the command's form, or null.</summary>
    Error? Validate();
}

/// <summary>
/// A command about one event. The event's feed head is locked before the handler reads anything, so that commands of one event run one
/// after another, on however many instances, and what a handler has read stays true until the commit.
/// </summary>
public interface IEventCommand : ICommand
{
    string EventId { get; }
}

/// <summary>A command about one user's own things, whose row is locked as an event's head is.</summary>
public interface IUserCommand : ICommand
{
    string UserId { get; }
}

/// <summary>
/// A command about one match that may share a transaction with others that wait. What its handler needs (the event, the actor's
/// membership, the match with its claim and score) is read for the whole group at once; it reads nothing by query, which would not see
/// what the others of the group have changed and not yet written; it changes the claim and the score only, and
/// nothing before it is sure to succeed.
/// </summary>
public interface IGroupCommit : IEventCommand, IIdempotent
{
    int MatchId { get; }
}

/// <summary>A command that answers a repeat within 24 hours with its first answer, and changes nothing then.</summary>
public interface IIdempotent
{
    /// <summary>The key its client made, unique per user; null where the client made none.</summary>
    string? IdempotencyKey { get; }

    Actor Actor { get; }
}

public static class Sending
{
    /// <summary>
    /// Carries a command out. A write that has arrived is never cancelled, whether or not its client still waits: others may share its
    /// transaction, and a client that hangs up must not cost them theirs.
    /// </summary>
    public static Task<Result<T>> SendAsync<T>(this IMediator mediator, ICommand<T> command) => mediator.Send(command, CancellationToken.None);
}
