using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.History;

/// <summary>A feed as it stood at one sequence.</summary>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Sequence">The last entry's sequence.</param>
/// <param name="Recent">The last entries, contiguous up to the sequence.</param>
/// <param name="Latest">The latest entry of every key.</param>
internal sealed record LoadedFeed(
    string Epoch, long Sequence, IReadOnlyList<FeedEntry> Recent, IReadOnlyList<FeedEntry> Latest);
