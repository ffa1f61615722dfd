using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Benchmarks.Peers;

/// <summary>
/// Signals entries to the hub as a commit would, but without a commit. The log doesn't have these entries, so nobody can resume here.
/// </summary>
internal sealed class LoopBackPublisher(IFeedHub hub, IFeedSignal signal, string eventId)
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
            Begin((await hub.FindAsync(eventId, cancellationToken))!.Cursor);
        lock (gate)
            signal.Appended(new EventEntries(eventId, epoch!, [FeedEntry.FromRow(NextRow(payload), epoch!)]));
    }

    private void Begin(FeedCursor cursor)
    {
        lock (gate)
        {
            if (epoch is null)
                (sequence, epoch) = (cursor.Sequence, cursor.Epoch);
        }
    }

    private FeedEntryRow NextRow(byte[] payload) => new()
    {
        EventId = eventId,
        Sequence = ++sequence,
        Type = EntryTypes.ScoreUpdate,
        // Always the same key, so that the snapshot of a new reader is one entry.
        Key = "score/1",
        Removed = false,
        MatchId = 1,
        Team1Id = null,
        Team2Id = null,
        DivisionId = null,
        Payload = payload,
    };
}
