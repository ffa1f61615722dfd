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
