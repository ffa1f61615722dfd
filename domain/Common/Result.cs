namespace LiveFeed.Domain;

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
