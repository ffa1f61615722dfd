using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using LiveFeed.Infrastructure.Streaming.Views;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// Sends subscribers what they lack: many at once where that is possible, or one by itself, up to the goodbye. Belongs to one pump, whose thread alone may
/// use it.
/// </summary>
internal sealed class Sender
{
    // After so many sends to one subscriber the others go first.
    private const int MaxSends = 4;

    private readonly ISendBatch? batch;
    private readonly ConnectionWriter writer;
    private readonly TopicSender topics;
    private readonly JoinedSender joined;

    // Both have room for a whole batch from the start. If one had to grow and ran out of memory, a send would be in the batch but not here.
    private readonly List<Collected> collected;
    private readonly SendResult[] results;

    /// <param name="batch">Sends to many subscribers at once; null to send to one after another.</param>
    /// <param name="options">How much is sent at once.</param>
    /// <param name="metrics">Counts what is sent.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The pump's.</param>
    public Sender(ISendBatch? batch, FeedOptions options, FeedMetrics metrics, TimeProvider time, ILogger logger)
    {
        this.batch = batch;
        var capacity = batch?.Capacity ?? 0;
        collected = new(capacity);
        results = new SendResult[capacity];
        writer = new ConnectionWriter(options, metrics, time);
        topics = new TopicSender(writer, options, metrics, logger);
        joined = new JoinedSender(writer, new JoinedComposer(options, metrics, logger), options, capacity);
    }

    /// <summary>Whether <see cref="Flush"/> must come before more is collected.</summary>
    public bool IsFull => collected.Count == batch?.Capacity;

    /// <summary>The start of the current round; everything that the round sends counts as sent at this timestamp.</summary>
    public long Now => writer.Now;

    /// <summary>Begins a round.</summary>
    public void BeginRound() => writer.BeginRound();

    /// <summary>Ends a round: counts what was sent.</summary>
    public void EndRound()
    {
        writer.EndRound();
        // Results must not keep closed subscribers, and with them their feeds, in memory.
        Array.Clear(results);
    }

    /// <summary>
    /// Collects a subscriber's next entries for a send together with others. Returns false if it must be sent to by <see cref="Advance"/>.
    /// A collected subscriber must not be touched before <see cref="Flush"/>.
    /// </summary>
    // Step R8: collects what follows each subscriber's position.
    public bool TryCollect(Subscriber subscriber)
    {
        if (batch is null || subscriber.Output.SocketHandle is not { } socket || subscriber.Closing is not null || !subscriber.Unsent.IsEmpty
            || !subscriber.Output.IsWritable() || subscriber.Output.IsGone)
            return false;
        return subscriber is TopicSubscriber single ? TryCollect(batch, single, socket) : TryCollect(batch, (JoinedSubscriber)subscriber, socket);
    }

    private bool TryCollect(ISendBatch into, TopicSubscriber subscriber, SafeHandle socket)
    {
        if (!topics.TryChoose(subscriber, out var range) || !into.TryAdd(socket, range.Bytes))
            return false;
        subscriber.Timers.FullSince = null;
        collected.Add(new Collected(subscriber, range, default));
        return true;
    }

    private bool TryCollect(ISendBatch into, JoinedSubscriber subscriber, SafeHandle socket)
    {
        if (!joined.TryChoose(subscriber, out var composed))
            return false;
        if (composed.Bytes.IsEmpty)
            return true;
        if (!into.TryAdd(socket, composed.Bytes))
        {
            // Its positions are past these.
            subscriber.Unsent.Bytes = composed.Bytes.ToArray();
            return false;
        }

        subscriber.Timers.FullSince = null;
        collected.Add(new Collected(subscriber, default, composed));
        return true;
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
        joined.Forget();
        return results.AsSpan(0, count);
    }

    private SendResult Complete(Collected one, int sent)
    {
        try
        {
            // If the batch could not send it, a send of its own does, or finds that the connection is gone.
            if (sent == ISendBatch.NotSent)
                sent = one.Subscriber.Output.Send(one.Bytes.Span);
            var result = one.Subscriber is TopicSubscriber single ? topics.Sent(single, one.Range, sent) : joined.Sent((JoinedSubscriber)one.Subscriber, one.Composed, sent);
            return new SendResult(one.Subscriber, result, null);
        }
        catch (Exception exception)
        {
            return new SendResult(one.Subscriber, default, exception);
        }
    }

    /// <summary>Sends a subscriber what it lacks, as far as its connection accepts it.</summary>
    // Step R6: one subscriber catches up.
    public AdvanceResult Advance(Subscriber subscriber)
    {
        if (subscriber is TopicSubscriber single)
            TopicSender.CheckAccess(single);
        else
            joined.CheckAccess((JoinedSubscriber)subscriber);
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
            return writer.SendUnsent(subscriber);
        // An archived event returns 204 from now on, so its last entries must come before the goodbye. After every other end the client
        // resumes, or may not have them.
        if (subscriber.Closing is { } reason && reason != CloseReason.EventArchived)
            return QueueGoodbye(subscriber, reason);
        var result = subscriber is TopicSubscriber single ? topics.SendNext(single) : joined.SendNext((JoinedSubscriber)subscriber);
        return result == AdvanceResult.CaughtUp && subscriber.Closing is { } archived ? QueueGoodbye(subscriber, archived) : result;
    }

    private static AdvanceResult QueueGoodbye(Subscriber subscriber, CloseReason reason)
    {
        // The stream goes on with the feed that replaces this one.
        if (reason == CloseReason.OtherHistory)
            return AdvanceResult.Ended;
        ref var unsent = ref subscriber.Unsent;
        if (unsent.GoodbyeQueued)
            return AdvanceResult.More;
        unsent.GoodbyeQueued = true;
        var chunked = subscriber.Output.IsChunked;
        var last = new ArrayBufferWriter<byte>();
        subscriber.WriteClosedTopics(last);
        last.Write(Encoding.ASCII.GetBytes($"event: bye\ndata: {{\"code\":\"{reason.ToWireName()}\"}}\n\n"));
        var goodbye = ChunkFraming.ToFrame(last.WrittenSpan, chunked);
        unsent.Bytes = chunked ? (byte[])[.. goodbye, .. ChunkFraming.Last] : goodbye;
        return AdvanceResult.More;
    }

    /// <summary>A subscriber in the batch.</summary>
    /// <param name="Subscriber">The subscriber.</param>
    /// <param name="Range">What it is sent, if it follows one topic.</param>
    /// <param name="Composed">What it is sent, if it follows several.</param>
    private readonly record struct Collected(Subscriber Subscriber, SegmentRange Range, Composed Composed)
    {
        public ReadOnlyMemory<byte> Bytes => Composed.Bytes.IsEmpty ? Range.Bytes : Composed.Bytes;
    }
}
