namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The latest entry of every key at one sequence. All snapshots of that sequence are made of it.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="Check">The check of the entry at that sequence; null if that is no longer in memory.</param>
/// <param name="Entries">The entries, in order.</param>
internal sealed record FeedState(long Sequence, string? Check, FeedEntry[] Entries);
