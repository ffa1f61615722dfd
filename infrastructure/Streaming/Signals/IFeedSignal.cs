namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>
/// Notifies the feeds in memory, here and on other instances, that there is more to read. It is only a hint: if it is lost, repeated or reordered,
/// nothing changes but latency, because the log in the database is the source of truth.
/// </summary>
internal interface IFeedSignal
{
    /// <summary>Reports what a transaction has committed. Completes when the feeds of this process have it; others are not waited for.</summary>
    Task CommittedAsync(IReadOnlyList<TopicCommit> commits);
}
