using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Signals;

namespace LiveFeed.Benchmarks.Peers;

/// <summary>
/// Signals entries to the hub as a commit would, but without a commit. The log doesn't have these entries, so nobody can resume here.
/// </summary>
internal sealed class LoopBackPublisher(FeedRegistry feeds, IFeedSignal signal, string topic)
{
    private readonly Lock gate = new();
    private string? epoch;
    private long sequence;

    /// <param name="payload">The entry's JSON, as readers get it.</param>
    /// <param name="cancellationToken">Cancels the publishing.</param>
    public async Task PublishAsync(byte[] payload, CancellationToken cancellationToken)
    {
        // A signal reaches only a feed that is in memory. Finding the feed loads it.
        if (Volatile.Read(ref epoch) is null)
            Begin((await feeds.FindAsync(topic, cancellationToken))!.Cursor);
        Task signalled;
        lock (gate)
            signalled = signal.CommittedAsync([NextCommit(payload)]);
        await signalled;
    }

    private void Begin(FeedCursor cursor)
    {
        lock (gate)
        {
            if (epoch is null)
                (sequence, epoch) = (cursor.Sequence, cursor.Epoch);
        }
    }

    // Always the same key, so that the snapshot of a new reader is one entry.
    private TopicCommit NextCommit(byte[] payload)
    {
        var entry = new FeedEntry(new FeedCursor(epoch!, ++sequence), EntryTypes.ScoreUpdate, "score/1", removed: false, new EntrySubject(new MatchId(1)), payload);
        return new TopicCommit(topic, epoch!, sequence, 0, null, [entry]);
    }
}
