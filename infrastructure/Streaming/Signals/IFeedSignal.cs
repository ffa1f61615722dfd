namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>
/// Notifies the feeds in memory that there is more to read. It is only a hint: if it is lost, repeated or reordered, nothing changes but latency, because
/// the log in the database is the source of truth.
/// </summary>
internal interface IFeedSignal
{
    void Appended(EventEntries entries);

    /// <summary>Reports that the access to an event has changed. Completes when this process applies the change.</summary>
    Task AccessChangedAsync(string eventId);
}
