namespace LiveFeed.Domain;

/// <summary>A command that returns its first response to a repeat within 24 hours, and then changes nothing.</summary>
public interface IIdempotent
{
    /// <summary>The key that the client made, unique per user; null if the client made none.</summary>
    string? IdempotencyKey { get; }

    Actor Actor { get; }
}
