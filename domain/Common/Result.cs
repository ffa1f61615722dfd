namespace LiveFeed.Domain;

/// <summary>The outcome of a command. The transaction commits the changes of a success, and of a rejection that says so.</summary>
public interface ICommandResult
{
    Error? Error { get; }

    /// <summary>Whether the command's changes are committed (a rejected stale update, for example, is kept for review).</summary>
    bool Commits { get; }

    /// <summary>Whether this is the response to an earlier, identical command, returned again.</summary>
    bool Replayed { get; }
}

/// <summary>Lets generic code create outcomes of a type that it doesn't know.</summary>
public interface ICommandResult<TSelf> : ICommandResult
    where TSelf : ICommandResult<TSelf>
{
    static abstract TSelf Failed(Error error);

    /// <summary>Returns this outcome as the response to a repeat, which commits nothing.</summary>
    TSelf AsReplay();
}

/// <summary>The value of a command, or the reason why it was rejected.</summary>
public sealed record Result<T> : ICommandResult<Result<T>>
{
    public T? Value { get; init; }

    public Error? Error { get; init; }

    public bool Commits { get; init; }

    public bool Replayed { get; init; }

    public static Result<T> Failed(Error error) => error;

    public Result<T> AsReplay() => this with { Replayed = true, Commits = false };

    public static implicit operator Result<T>(T value) => new() { Value = value, Commits = true };

    public static implicit operator Result<T>(Error error) => new() { Error = error };

    /// <summary>Creates a rejection whose changes are committed all the same.</summary>
    public static Result<T> FailedButCommitted(Error error) => new() { Error = error, Commits = true };
}

/// <summary>The value of commands that return nothing.</summary>
public readonly record struct Done;
