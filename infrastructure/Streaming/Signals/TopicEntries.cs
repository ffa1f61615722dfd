using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>New entries of one topic's feed, in order.</summary>
internal sealed record TopicEntries(string Topic, string Epoch, IReadOnlyList<FeedEntry> Entries);
