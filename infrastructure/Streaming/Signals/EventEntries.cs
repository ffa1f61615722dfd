using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>New entries of one event's feed, in order.</summary>
internal sealed record EventEntries(string EventId, string Epoch, IReadOnlyList<FeedEntry> Entries);

/// <summary>The entries that a committed transaction appended, and the events whose access it changed.</summary>
internal sealed record AppendedEntries(IReadOnlyList<EventEntries> Entries, IReadOnlyList<string> ChangedAccess)
{
    public static readonly AppendedEntries None = new([], []);
}
