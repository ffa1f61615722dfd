using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>What a replay reads of a topic's log beside its pages.</summary>
internal interface IReplayLog
{
    /// <summary>Returns the sequence up to which the log was cut: up to there it has the state's entries only. 0 if it was not.</summary>
    Task<long> FindCutAsync(string topic, CancellationToken cancellationToken);

    /// <summary>Returns the sequence of the last entry before a time, between an exclusive and an inclusive sequence; the first one if there is none.</summary>
    Task<long> FindLastBeforeAsync(string topic, DateTimeOffset time, long from, long to, CancellationToken cancellationToken);

    /// <summary>Returns the latest entry of every key as it was at a sequence, in order. The log must not be cut beyond it.</summary>
    Task<IReadOnlyList<FeedEntry>> ReadStateAsync(TopicFeed feed, long sequence, CancellationToken cancellationToken);
}
