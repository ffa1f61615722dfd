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
/// A command that may share a transaction with others that wait. Its handler finds what it changes by primary key only, because
/// a query doesn't see what the others of the group have changed and not yet written; and it changes nothing before it is sure to succeed.
/// </summary>
public interface IGroupCommit;

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
