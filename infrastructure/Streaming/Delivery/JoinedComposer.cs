using System.Buffers;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Views;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// Chooses what a stream of several topics gets next, and writes it into memory of its own. Belongs to one pump, whose thread alone may use it.
/// </summary>
internal sealed class JoinedComposer(FeedOptions options, FeedMetrics metrics, ILogger logger)
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly ArrayBufferWriter<byte> chunk = new();
    private readonly List<FeedEntry> found = [];

    /// <summary>
    /// Returns the next bytes for a subscriber, about as many as one write takes, which are valid until the next call; or gives it a
    /// snapshot whose pieces follow. Its positions are advanced past what is returned.
    /// </summary>
    public Composed Compose(JoinedSubscriber subscriber)
    {
        var topics = subscriber.Topics;
        buffer.ResetWrittenCount();
        JoinedFrames.WriteNewlyClosed(buffer, topics);
        var (entries, hasMore) = (0, false);
        for (var i = 0; i < topics.Count && !hasMore; i++)
        {
            var topic = topics[(subscriber.Turn + i) % topics.Count];
            if (topic.Closed is null)
                hasMore = !Add(subscriber, topic, ref entries);
        }

        // Not into the middle of a snapshot.
        if (subscriber.Unsent.Pieces is null)
            JoinedFrames.WriteNewlyClosed(buffer, topics);
        // The next time others go first.
        subscriber.Turn = (subscriber.Turn + 1) % topics.Count;
        subscriber.CountSent(entries);
        return new Composed(Frame(subscriber.Output.IsChunked), entries, hasMore);
    }

    /// <summary>Closes the topics that the subscriber may not read any more, and the stream if none is left.</summary>
    public void CheckAccess(JoinedSubscriber subscriber)
    {
        for (var i = 0; i < subscriber.Topics.Count; i++)
            MayRead(subscriber, subscriber.Topics[i]);
    }

    /// <summary>Adds what a topic has. Returns false if there is no room for all of it.</summary>
    private bool Add(JoinedSubscriber subscriber, JoinedTopic topic, ref int entries)
    {
        // Read before the entries: when the topic is over, no more come.
        var isOver = topic.Feed.IsOver;
        if (topic.NeedsSnapshot && !AddSnapshot(subscriber, topic))
            return false;
        if (topic.Closed is null && topic.Feed.Head > topic.Sequence)
        {
            found.Clear();
            topic.Feed.CollectNext(
                ref topic.Sequence, topic.Filter, false, JoinedFrames.ExtraLength(subscriber.Topics, topic), Math.Max(1, options.MaxWriteBytes - buffer.WrittenCount), found, out var fellBehind);
            if (fellBehind)
            {
                (topic.NeedsSnapshot, topic.Reset) = (true, ResetReason.Lagging);
                StreamLog.Reset(logger, topic.Feed.Topic, subscriber.Identity.UserId, ResetReason.Lagging);
                return AddSnapshot(subscriber, topic);
            }

            // After the entries have been chosen: one that was appended just after a revocation must not be sent.
            if (!MayRead(subscriber, topic))
                return true;
            foreach (var entry in found)
                JoinedFrames.WriteEntry(buffer, subscriber.Topics, topic, entry);
            entries += found.Count;
            // What the filter left out need not be looked at again after a resume.
            if (!topic.Filter.IsAll && topic.Feed.FindEntry(topic.Sequence) is { } last)
                topic.Cursor = last.Cursor;
            if (buffer.WrittenCount >= options.MaxWriteBytes || topic.Sequence < topic.Feed.Head)
                return false;
        }

        if (topic.Feed.Signals.Version > topic.SignalVersion && !topic.NeedsSnapshot)
        {
            // As with entries: what was signalled just after a revocation must not be sent.
            var signals = topic.Feed.Signals.After(ref topic.SignalVersion);
            if (MayRead(subscriber, topic))
                JoinedFrames.WriteSignals(buffer, topic, signals);
        }

        if (isOver && !topic.NeedsSnapshot && MayRead(subscriber, topic))
            Close(subscriber, topic, CloseReason.EventArchived);
        return true;
    }

    private bool AddSnapshot(JoinedSubscriber subscriber, JoinedTopic topic)
    {
        var snapshot = topic.Feed.Snapshot(topic.Filter);
        if (!MayRead(subscriber, topic))
            return true;
        var isLarge = snapshot.Entries.Length > options.MaxWriteBytes;
        // What was chosen goes first. The snapshot is made again then, and may be a newer one.
        if (isLarge && buffer.WrittenCount > 0)
            return false;
        metrics.SnapshotSent(topic.Reset);
        topic.Cursor = Encoding.ASCII.GetBytes(snapshot.Cursor.ToString());
        JoinedFrames.BeginSnapshot(buffer, subscriber.Topics, topic);
        var members = snapshot.Members(topic.Reset, options.MaxWriteBytes);
        (topic.Sequence, topic.NeedsSnapshot, topic.Reset) = (snapshot.Cursor.Sequence, false, null);
        if (isLarge)
        {
            subscriber.Unsent.Pieces = Pieces(members, subscriber.Output.IsChunked).GetEnumerator();
            return false;
        }

        foreach (var piece in members)
            buffer.Write(piece.Span);
        buffer.Write("\n\n"u8);
        return buffer.WrittenCount < options.MaxWriteBytes;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(IEnumerable<ReadOnlyMemory<byte>> members, bool chunked)
    {
        foreach (var piece in members)
            yield return ChunkFraming.ToFrame(piece.Span, chunked);
        yield return ChunkFraming.ToFrame("\n\n"u8, chunked);
    }

    /// <summary>
    /// Returns whether what was chosen of a topic may be sent. If access has ended, closes the topic; if its log has taken another course, the
    /// stream, which goes on with the feed that replaces it.
    /// </summary>
    private bool MayRead(JoinedSubscriber subscriber, JoinedTopic topic)
    {
        var access = topic.Feed.AccessState;
        if (topic.Closed is not null)
            return false;
        if (ReferenceEquals(access, topic.LastCheckedAccess))
            return true;
        switch (access.GetCloseReason(subscriber.Identity))
        {
            case CloseReason.OtherHistory:
                subscriber.Close(CloseReason.OtherHistory);
                return false;
            case CloseReason.EventArchived:
                return true;
            case { } reason:
                Close(subscriber, topic, reason);
                return false;
            case null:
                topic.LastCheckedAccess = access;
                return true;
        }
    }

    private void Close(JoinedSubscriber subscriber, JoinedTopic topic, CloseReason reason)
    {
        topic.Close(reason);
        if (reason == CloseReason.AccessRevoked)
            StreamLog.AccessRevoked(logger, topic.Feed.Topic, subscriber.Identity.UserId);
        if (subscriber.Topics.All(joined => joined.Closed is not null))
            subscriber.Close(reason);
    }

    /// <summary>Returns what was written, as one chunk if need be.</summary>
    private ReadOnlyMemory<byte> Frame(bool chunked)
    {
        if (!chunked || buffer.WrittenCount == 0)
            return buffer.WrittenMemory;
        chunk.ResetWrittenCount();
        chunk.Advance(ChunkFraming.Write(buffer.WrittenSpan, chunk.GetSpan(ChunkFraming.Length(buffer.WrittenCount, true)), true));
        return chunk.WrittenMemory;
    }
}
