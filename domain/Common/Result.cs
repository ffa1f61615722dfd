namespace LiveFeed.Domain;

/// <summary>An expected refusal: what was wrong, in words that say what to do, and what the client needs to do it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">One or two sentences for people.</param>
/// <param name="Fields">For validation: what is wrong, by field (<c>sets[5]</c>).</param>
/// <param name="Extensions">Further members of the problem document, such as <c>current</c> or <c>holder</c>.</param>
public sealed record Error(
    ErrorCode Code,
    string Detail,
    IReadOnlyDictionary<string, string[]>? Fields = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    public static Error Invalid(ErrorCode code, string field, string message) =>
        new(code, message, new Dictionary<string, string[]> { [field] = [message] });
}

/// <summary>What a command came to. The transaction keeps the changes of a success, and of a refusal that says so.</summary>
public interface IOutcome
{
    Error? Error { get; }

    /// <summary>Whether what the command wrote is committed (a refused stale update, for one, is kept for review).</summary>
    bool Commits { get; }

    /// <summary>The answer of an earlier, identical command, given again.</summary>
    bool Replayed { get; }
}

/// <summary>The same, for code that must make outcomes of a type it doesn't know.</summary>
public interface IOutcome<TSelf> : IOutcome
    where TSelf : IOutcome<TSelf>
{
    static abstract TSelf Refused(Error error);

    /// <summary>This outcome as the answer to a repeat, which commits nothing.</summary>
    TSelf AsReplay();
}

/// <summary>The value of a command, or the reason why it was refused.</summary>
public sealed record Result<T> : IOutcome<Result<T>>
{
    public T? Value { get; init; }

    public Error? Error { get; init; }

    public bool Commits { get; init; }

    public bool Replayed { get; init; }

    public static Result<T> Refused(Error error) => error;

    public Result<T> AsReplay() => this with { Replayed = true, Commits = false };

    public static implicit operator Result<T>(T value) => new() { Value = value, Commits = true };

    public static implicit operator Result<T>(Error error) => new() { Error = error };

    /// <summary>A refusal whose changes are kept all the same.</summary>
    public static Result<T> RefusedButKept(Error error) => new() { Error = error, Commits = true };
}

/// <summary>The value of commands that have nothing to tell.</summary>
public readonly record struct Done;
