using LiveFeed.Infrastructure.Streaming.Delivery;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>What a replay sends, and to whom.</summary>
/// <param name="Stream">The feed, the filter and the reader.</param>
/// <param name="From">Where it begins, unless the reader resumes.</param>
/// <param name="Speed">How many times faster it is than the feed was.</param>
public sealed record ReplayRequest(StreamRequest Stream, ReplayFrom From, int Speed);
