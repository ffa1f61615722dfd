namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>Where a stream continues from memory.</summary>
/// <param name="Sequence">The sequence of the last entry that was sent; 0 if a snapshot comes first.</param>
/// <param name="NeedsSnapshot">Whether a snapshot comes first.</param>
/// <param name="Reset">Why the snapshot takes the place of the entries that were asked for; null if it doesn't.</param>
public readonly record struct StreamStart(long Sequence, bool NeedsSnapshot, ResetReason? Reset);
