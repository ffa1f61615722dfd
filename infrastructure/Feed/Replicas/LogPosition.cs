using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>What is known of a topic's log, by which a copy of it is judged.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Sequence">The sequence of the last entry that is known.</param>
/// <param name="CheckAt">Returns the check of an entry up to there; null if it isn't known, or the entry has none.</param>
internal sealed record LogPosition(string Topic, string Epoch, long Sequence, Func<long, string?> CheckAt)
{
    /// <summary>Returns the end of the log as the database shows it.</summary>
    public static LogPosition FromHead(string topic, LogHead head) => new(topic, head.Epoch, head.Sequence, sequence => sequence == head.Sequence ? head.Check : null);

    /// <summary>Returns the end of a feed in memory.</summary>
    public static LogPosition FromFeed(TopicFeed feed) => new(feed.Topic, feed.Epoch, feed.Head, sequence => feed.FindEntry(sequence)?.Check);
}
