using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>New entries of one event's feed, in order.</summary>
internal sealed record EventEntries(string EventId, string Epoch, IReadOnlyList<FeedEntry> Entries);
