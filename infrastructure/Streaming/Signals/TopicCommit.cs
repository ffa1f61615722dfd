using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>What a committed transaction did to one topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Epoch">The epoch of its log.</param>
/// <param name="Sequence">The sequence of its last entry.</param>
/// <param name="AccessVersion">The version of its access.</param>
/// <param name="PreviousCheck">The check of the entry before the first new one; null if it isn't known.</param>
/// <param name="Entries">The new entries, in order. May be left out by a signal that would be too large; they are then read from the log.</param>
internal sealed record TopicCommit(
    string Topic, string Epoch, long Sequence, long AccessVersion, string? PreviousCheck, IReadOnlyList<FeedEntry> Entries);
