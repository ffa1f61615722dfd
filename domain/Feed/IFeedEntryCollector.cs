namespace LiveFeed.Domain.Feed;

/// <summary>
/// Collects the feed entries of the running command. They get their sequence numbers at its commit, in the order in which they were added.
/// </summary>
public interface IFeedEntryCollector
{
    void Add(FeedEntryDraft entry);

    /// <summary>Notifies the topic's streams that access to it has changed.</summary>
    void AccessChanged(string topic);
}
