namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>
/// Notifies the feeds in memory that there is more to read. It is only a hint: if it is lost, repeated or reordered, nothing changes but latency, because
/// the log in the database is the source of truth.
/// </summary>
internal interface IFeedSignal
{
    void Appended(TopicEntries entries);

    /// <summary>Reports that the access to a topic has changed. Completes when this process applies the change.</summary>
    Task AccessChangedAsync(string topic);
}
