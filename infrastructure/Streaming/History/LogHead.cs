namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>How far a topic's log has come.</summary>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Sequence">The last entry's sequence; 0 if there is none.</param>
/// <param name="Check">The last entry's check; null if it has none.</param>
/// <param name="AccessVersion">The version of the topic's access.</param>
internal sealed record LogHead(string Epoch, long Sequence, string? Check, long AccessVersion);
