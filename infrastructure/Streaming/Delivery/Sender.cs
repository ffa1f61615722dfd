using System.Text;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using LiveFeed.Infrastructure.Streaming.Views;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// Decides what a subscriber gets next, sends it, and keeps its <see cref="StreamPosition"/>. Belongs to one pump, whose thread alone may
/// use it.
/// </summary>
/// <param name="batch">Sends to many subscribers at once; null to send to one after another.</param>
/// <param name="options">How much is sent at once.</param>
/// <param name="metrics">Counts what is sent.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The pump's.</param>
internal sealed class Sender(ISendBatch? batch, FeedOptions options, FeedMetrics metrics, TimeProvider time, ILogger logger)
{
    // After so many sends to one subscriber the others go first.
    private const int MaxSends = 4;

    // Both have room for a whole batch from the start. If one had to grow and ran out of memory, a send would be in the batch but not here.
    private readonly List<Collected> collected = new(batch?.Capacity ?? 0);
    private readonly SendResult[] results = new SendResult[batch?.Capacity ?? 0];
    private readonly JoinedComposer composer = new(options, metrics, logger);
    // What was composed for the subscribers of a batch.
    private byte[] composedBytes = [];
    private int composedLength;
    private int entries;
    private long bytes;

    /// <summary>Whether <see cref="Flush"/> must come before more is collected.</summary>
    public bool IsFull => collected.Count == batch?.Capacity;

    /// <summary>The start of the current round; everything that the round sends counts as sent at this timestamp.</summary>
    public long Now { get; private set; } = time.GetTimestamp();

    /// <summary>Begins a round.</summary>
    public void BeginRound() => Now = time.GetTimestamp();

    /// <summary>Ends a round: counts what was sent.</summary>
    public void EndRound()
    {
        metrics.Sent(entries, bytes);
        (entries, bytes) = (0, 0);
        // Results must not keep closed subscribers, and with them their feeds, in memory.
        Array.Clear(results);
    }

    /// <summary>
    /// Collects a subscriber's next entries for a send together with others. Returns false if it must be sent to by <see cref="Advance"/>.
    /// A collected subscriber must not be touched before <see cref="Flush"/>.
    /// </summary>
    // Step R8: collects what follows each subscriber's position.
    public bool TryCollect(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        if (batch is null || subscriber.Output.SocketHandle is not { } socket || position.View is not { } view || subscriber.Closing is not null
            || position.NeedsSnapshot || !subscriber.Unsent.IsEmpty || !subscriber.Output.IsWritable() || subscriber.Output.IsGone)
            return false;
        position.InView ??= view.After(position.Sequence);
        if (position.InView is null || !position.TryFindInView(options.MaxWriteBytes, out var range, out _)
            || !CheckAccess(subscriber) || subscriber.Closing is not null || !batch.TryAdd(socket, range.Bytes))
            return false;
        subscriber.Timers.FullSince = null;
        collected.Add(new Collected(subscriber, range, default, false));
        return true;
    }

    /// <summary>The same for a subscriber of several topics.</summary>
    public bool TryCollect(JoinedSubscriber subscriber)
    {
        if (batch is null || subscriber.Output.SocketHandle is not { } socket || subscriber.Closing is not null || !subscriber.Unsent.IsEmpty
            || !subscriber.Output.IsWritable() || subscriber.Output.IsGone)
            return false;
        composer.CheckAccess(subscriber);
        if (subscriber.Closing is not null)
            return false;
        var composed = composer.Compose(subscriber);
        entries += composed.Entries;
        // A snapshot that is sent in pieces, or the end.
        var hasMore = composed.HasMore || subscriber.Unsent.Pieces is not null || subscriber.Closing is not null;
        if (composed.Bytes.IsEmpty)
            return !hasMore;
        var bytes = Keep(composed.Bytes.Span);
        if (bytes.IsEmpty || !batch.TryAdd(socket, bytes))
        {
            subscriber.Unsent.Bytes = composed.Bytes.ToArray();
            return false;
        }

        subscriber.Timers.FullSince = null;
        collected.Add(new Collected(subscriber, default, bytes, hasMore));
        return true;
    }

    /// <summary>Copies what was composed to where it stays until the batch is sent. Returns nothing if there is no room.</summary>
    private ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> composed)
    {
        if (composedBytes.Length == 0)
            composedBytes = GC.AllocateUninitializedArray<byte>(batch!.Capacity * options.MaxWriteBytes);
        if (composed.Length > composedBytes.Length - composedLength)
            return default;
        var kept = composedBytes.AsMemory(composedLength, composed.Length);
        composed.CopyTo(kept.Span);
        composedLength += composed.Length;
        return kept;
    }

    /// <summary>Sends to the collected subscribers. Returns a result for each, valid until the next flush. A failure with one leaves the others' results alone.</summary>
    // Step R9: sends everything that was collected.
    public ReadOnlySpan<SendResult> Flush()
    {
        if (collected.Count == 0)
            return [];
        var sent = batch!.Send();
        for (var i = 0; i < collected.Count; i++)
            results[i] = Complete(collected[i], sent[i]);
        var count = collected.Count;
        collected.Clear();
        composedLength = 0;
        return results.AsSpan(0, count);
    }

    /// <summary>Sends a subscriber what it lacks, as far as its connection accepts it.</summary>
    // Step R6: one subscriber catches up.
    public AdvanceResult Advance(Subscriber subscriber)
    {
        if (subscriber is TopicSubscriber single)
            CheckAccess(single);
        else
            composer.CheckAccess((JoinedSubscriber)subscriber);
        if (!subscriber.Output.IsWritable())
        {
            // Nobody will read the bytes in flight. Without the connection the stream ends at once.
            if (subscriber.Closing?.IsSilent() == true)
                subscriber.Output.Abort();
            return AdvanceResult.ConnectionFull;
        }

        subscriber.Timers.FullSince = null;
        for (var sends = 0; sends < MaxSends; sends++)
        {
            if (subscriber.Output.IsGone)
                subscriber.Close(CloseReason.ClientGone);
            if (subscriber.Closing?.IsSilent() == true || (subscriber.Unsent.GoodbyeQueued && subscriber.Unsent.Bytes.IsEmpty))
                return AdvanceResult.Ended;
            if (SendNext(subscriber) is var result && result != AdvanceResult.More)
                return result;
        }

        return AdvanceResult.More;
    }

    private AdvanceResult SendNext(Subscriber subscriber)
    {
        subscriber.Unsent.TakePiece();
        if (!subscriber.Unsent.Bytes.IsEmpty)
            return SendPending(subscriber);
        // An archived event returns 204 from now on, so its last entries must come before the goodbye. After every other end the client
        // resumes, or may not have them.
        if (subscriber.Closing is { } reason && reason != CloseReason.EventArchived)
            return QueueGoodbye(subscriber, reason);
        var result = subscriber is TopicSubscriber single ? SendNext(single) : SendNext((JoinedSubscriber)subscriber);
        return result == AdvanceResult.CaughtUp && subscriber.Closing is { } archived ? QueueGoodbye(subscriber, archived) : result;
    }

    private AdvanceResult SendNext(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        if (position.NeedsSnapshot)
            return SendSnapshot(subscriber);
        position.InView ??= position.View?.After(position.Sequence);
        return position.InView is null ? SendFromMemory(subscriber) : SendFromView(subscriber);
    }

    private AdvanceResult SendNext(JoinedSubscriber subscriber)
    {
        var composed = composer.Compose(subscriber);
        entries += composed.Entries;
        var sent = composed.Bytes.IsEmpty ? 0 : subscriber.Output.Send(composed.Bytes.Span);
        return Sent(subscriber, composed.Bytes, sent, composed.HasMore || subscriber.Unsent.Pieces is not null);
    }

    /// <summary>Lets the rest of what was composed follow.</summary>
    private AdvanceResult Sent(JoinedSubscriber subscriber, ReadOnlyMemory<byte> composed, int sent, bool hasMore)
    {
        if (!composed.IsEmpty)
            Count(subscriber, sent);
        if (sent < composed.Length)
        {
            // A copy: the memory is used again.
            subscriber.Unsent.Bytes = composed[sent..].ToArray();
            SendRemainder(subscriber, composed.Length - sent);
        }

        return WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull
            : hasMore || subscriber.Closing is not (null or CloseReason.EventArchived) || !subscriber.Unsent.Bytes.IsEmpty ? AdvanceResult.More
            : AdvanceResult.CaughtUp;
    }

    private AdvanceResult SendFromView(TopicSubscriber subscriber)
    {
        if (!subscriber.Position.TryFindInView(options.MaxWriteBytes, out var range, out var otherwise))
            return otherwise;
        if (!CheckAccess(subscriber))
            return QueueGoodbye(subscriber, subscriber.Closing!.Value);
        var part = range.Bytes;
        if (!subscriber.Position.View!.IsChunked && part.Length > options.MaxWriteBytes)
        {
            AdvancePast(subscriber, range, range.To);
            subscriber.Unsent.Bytes = part;
            return SendPending(subscriber);
        }

        return Sent(subscriber, range, subscriber.Output.Send(part.Span));
    }

    private SendResult Complete(Collected one, int sent)
    {
        try
        {
            // If the batch could not send it, a send of its own does, or finds that the connection is gone.
            if (sent == ISendBatch.NotSent)
                sent = one.Subscriber.Output.Send(one.Bytes.Span);
            var result = one.Subscriber is TopicSubscriber single ? Sent(single, one.Range, sent) : Sent((JoinedSubscriber)one.Subscriber, one.Composed, sent, one.HasMore);
            // Nothing signals the end of the last topic.
            return new SendResult(one.Subscriber, one.Subscriber.Closing is not null && result == AdvanceResult.CaughtUp ? AdvanceResult.More : result, null);
        }
        catch (Exception exception)
        {
            return new SendResult(one.Subscriber, default, exception);
        }
    }

    /// <summary>Advances a subscriber past what its connection accepted, and lets the rest of an entry that was begun follow.</summary>
    private AdvanceResult Sent(TopicSubscriber subscriber, SegmentRange range, int sent)
    {
        Count(subscriber, sent);
        var part = range.Bytes;
        if (sent == part.Length)
        {
            AdvancePast(subscriber, range, range.To);
            // For entries that came after the range was looked up, the group is signalled again.
            return WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull
                : range.IsLatest && subscriber.Closing is null ? AdvanceResult.CaughtUp
                : AdvanceResult.More;
        }

        var next = range.Segment.IndexAt(range.From, sent) + 1;
        var rest = part[sent..range.Segment.Bytes(range.From, next).Length];
        AdvancePast(subscriber, range, next);
        // Small rests are copied: a slow subscriber must not keep a whole segment in memory.
        subscriber.Unsent.Bytes = rest.Length > options.MaxWriteBytes ? rest : rest.ToArray();
        SendRemainder(subscriber, rest.Length);
        return WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull : AdvanceResult.More;
    }

    private void AdvancePast(TopicSubscriber subscriber, SegmentRange range, int next)
    {
        entries += next - range.From;
        subscriber.Position.AdvancePast(range, next);
    }

    private AdvanceResult SendPending(Subscriber subscriber)
    {
        ref var pending = ref subscriber.Unsent.Bytes;
        var part = pending[..Math.Min(pending.Length, options.MaxWriteBytes)];
        var sent = Count(subscriber, subscriber.Output.Send(part.Span));
        pending = pending[sent..];
        if (sent < part.Length)
            SendRemainder(subscriber, part.Length - sent);
        return WaitIfFull(subscriber) ? AdvanceResult.ConnectionFull : AdvanceResult.More;
    }

    private int Count(Subscriber subscriber, int sent)
    {
        subscriber.Timers.LastSent = Now;
        bytes += sent;
        return sent;
    }

    /// <summary>Hands the start of the pending bytes to the connection, which sends them as it becomes writable.</summary>
    private void SendRemainder(Subscriber subscriber, int length)
    {
        ref var pending = ref subscriber.Unsent.Bytes;
        var part = pending[..Math.Min(length, options.MaxWriteBytes)];
        pending = pending[part.Length..];
        bytes += part.Length;
        subscriber.Output.SendRemainder(part);
    }

    /// <summary>Returns whether the connection is full; then the subscriber is woken when it is not any more.</summary>
    private bool WaitIfFull(Subscriber subscriber)
    {
        if (subscriber.Output.IsWritable())
            return false;
        ref var timers = ref subscriber.Timers;
        if (timers.FullSince is null)
            (timers.FullSince, timers.BytesAcknowledgedAtFull) = (Now, subscriber.Output.BytesAcknowledged);
        subscriber.WakeWhenWritable();
        return true;
    }

    private AdvanceResult SendFromMemory(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        var found = subscriber.Feed.ReadNext(
            ref position.Sequence, subscriber.Filter, subscriber.Output.IsChunked, options.MaxWriteBytes, out var count, out var fellBehind);
        if (fellBehind)
        {
            (position.NeedsSnapshot, position.Reset) = (true, ResetReason.Lagging);
            StreamLog.Reset(logger, subscriber.Feed.Topic, subscriber.Identity.UserId, ResetReason.Lagging);
            return AdvanceResult.More;
        }

        if (found is null)
            return AdvanceResult.CaughtUp;
        if (!CheckAccess(subscriber))
            return QueueGoodbye(subscriber, subscriber.Closing!.Value);
        entries += count;
        position.Entries += count;
        subscriber.Unsent.Bytes = found;
        return SendPending(subscriber);
    }

    private AdvanceResult SendSnapshot(TopicSubscriber subscriber)
    {
        ref var position = ref subscriber.Position;
        var snapshot = subscriber.Feed.Snapshot(subscriber.Filter);
        if (!CheckAccess(subscriber))
            return QueueGoodbye(subscriber, subscriber.Closing!.Value);
        metrics.SnapshotSent(position.Reset);
        if (snapshot.IsShared)
            subscriber.Unsent.Bytes = snapshot.Frame(position.Reset, subscriber.Output.IsChunked);
        else
            subscriber.Unsent.Pieces = snapshot.Pieces(position.Reset, subscriber.Output.IsChunked, options.MaxWriteBytes).GetEnumerator();
        subscriber.Unsent.TakePiece();
        (position.Sequence, position.InView) = (snapshot.Cursor.Sequence, null);
        (position.NeedsSnapshot, position.Reset) = (false, null);
        return SendPending(subscriber);
    }

    /// <summary>
    /// Checks access, and closes the subscriber if it has ended. Returns whether the chosen bytes may still be sent. Must be called after choosing
    /// them: in the other order an entry that was appended just after a revocation could be sent.
    /// </summary>
    private static bool CheckAccess(TopicSubscriber subscriber)
    {
        var access = subscriber.Feed.AccessState;
        if (ReferenceEquals(access, subscriber.Position.LastCheckedAccess))
            return true;
        if (access.GetCloseReason(subscriber.Identity) is { } reason)
        {
            subscriber.Close(reason);
            return reason == CloseReason.EventArchived;
        }

        subscriber.Position.LastCheckedAccess = access;
        return true;
    }

    private AdvanceResult QueueGoodbye(Subscriber subscriber, CloseReason reason)
    {
        // The stream goes on with the feed that replaces this one.
        if (reason == CloseReason.OtherHistory)
            return AdvanceResult.Ended;
        ref var unsent = ref subscriber.Unsent;
        if (unsent.GoodbyeQueued)
            return AdvanceResult.More;
        unsent.GoodbyeQueued = true;
        var closed = subscriber is JoinedSubscriber joined ? JoinedFrames.TakeClosed(joined.Topics) : [];
        var chunked = subscriber.Output.IsChunked;
        var goodbye = ChunkFraming.ToFrame([.. closed, .. Encoding.ASCII.GetBytes($"event: bye\ndata: {{\"code\":\"{reason.ToWireName()}\"}}\n\n")], chunked);
        unsent.Bytes = chunked ? (byte[])[.. goodbye, .. ChunkFraming.Last] : goodbye;
        return AdvanceResult.More;
    }

    /// <summary>A subscriber in the batch.</summary>
    /// <param name="Subscriber">The subscriber.</param>
    /// <param name="Range">What it is sent, if it follows one topic.</param>
    /// <param name="Composed">What it is sent, if it follows several.</param>
    /// <param name="HasMore">Whether more follows that.</param>
    private readonly record struct Collected(Subscriber Subscriber, SegmentRange Range, ReadOnlyMemory<byte> Composed, bool HasMore)
    {
        public ReadOnlyMemory<byte> Bytes => Composed.IsEmpty ? Range.Bytes : Composed;
    }
}
