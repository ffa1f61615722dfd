namespace LiveFeed.Domain;

/// <summary>A command that returns its first response to a repeat within 24 hours, and then changes nothing.</summary>
public interface IIdempotent
{
    /// <summary>The key that the client made, unique per user; null if the client made none.</summary>
    string? IdempotencyKey { get; }

    Actor Actor { get; }

    /// <summary>
    /// What the actor must still be allowed to do in the event to get the first response again; null if that response says nothing.
    /// Implemented explicitly, because the public members of a command are part of the hash that is stored for its key.
    /// </summary>
    EventPermission? RepeatPermission => null;
}
