using System.Text;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Decides what to send next to each of one pump's subscribers, and sends it. Not safe for concurrent use.</summary>
internal sealed class Sender(FeedOptions options, FeedMetrics metrics)
{
    // After this many sends in a row to one subscriber, it is the turn of the others.
    private const int MaxSends = 4;

    private readonly List<PendingSend> added = [];
    private int entries;
    private long bytes;

    /// <summary>Sends to many subscribers at once; null to send to one after the other.</summary>
    public ISendBatch? Batch
    {
        get;
        set
        {
            field = value;
            // Reserve capacity now. If `List.Add` had to grow and ran out of memory, a send would be in the batch but not in this list.
            added.EnsureCapacity(value?.Capacity ?? 0);
        }
    }

    /// <summary>Whether <see cref="SendAdded"/> must be called before more is added.</summary>
    public bool IsFull => added.Count == Batch?.Capacity;

    /// <summary>When this round began. Everything that the round sends counts as sent at this time.</summary>
    public long Now { get; set; }

    /// <summary>Sends a subscriber what it lacks, as far as its connection accepts it.</summary>
    public AdvanceResult Advance(Subscriber reader)
    {
        CheckAccess(reader);
        if (!reader.Output.IsWritable())
        {
            // Nobody is left to receive the pending bytes. Aborting the connection ends them at once.
            if (reader.Closing?.IsSilent() == true)
                reader.Output.Abort();
            return AdvanceResult.ConnectionFull;
        }

        reader.FullSince = null;
        for (var sends = 0; sends < MaxSends; sends++)
        {
            if (reader.Output.IsGone)
                reader.Close(CloseReason.ClientGone);
            if (reader.Closing?.IsSilent() == true || (reader.GoodbyeQueued && reader.Pending.IsEmpty))
                return AdvanceResult.Ended;
            if (Step(reader) is var progress && progress != AdvanceResult.More)
                return progress;
        }

        return AdvanceResult.More;
    }

    /// <summary>
    /// Adds what a subscriber lacks to the batch. Returns false if the subscriber must be served by <see cref="Advance"/> instead. After
    /// true, nothing may be done to the subscriber before <see cref="SendAdded"/>.
    /// </summary>
    public bool TryAdd(Subscriber reader)
    {
        if (Batch is null || reader.View is not { IsChunked: true } view || reader.Closing is not null || reader.NeedsSnapshot || !reader.Pending.IsEmpty
            || !reader.Output.IsWritable() || reader.Output.IsGone)
            return false;
        reader.ViewPosition ??= view.After(reader.Position);
        if (reader.ViewPosition is null || !TryFind(reader, out var stretch, out _)
            || !CheckAccess(reader) || reader.Closing is not null || !Batch.TryAdd(reader.Output, stretch.Bytes))
            return false;
        reader.FullSince = null;
        added.Add(new PendingSend(reader, stretch, 0));
        return true;
    }

    /// <summary>Sends the batch and passes each result to the callback, which must call <see cref="Sent"/> with it.</summary>
    public void SendAdded(Action<PendingSend> settle)
    {
        if (added.Count == 0)
            return;
        var sent = Batch!.Send();
        for (var i = 0; i < added.Count; i++)
            added[i] = added[i] with { Sent = sent[i] };
        added.ForEach(settle);
        added.Clear();
    }

    /// <summary>
    /// Applies the result of a send: advances the subscriber past the accepted bytes, and sends the rest of a partly sent entry.
    /// </summary>
    public AdvanceResult Sent(PendingSend outcome)
    {
        var (reader, stretch, sent) = outcome;
        Count(reader, sent);
        var part = stretch.Bytes;
        if (sent == part.Length)
        {
            AdvancePast(reader, stretch, stretch.To);
            // Entries appended since the look-up signal the pump again.
            return SetAside(reader) ? AdvanceResult.ConnectionFull : stretch.IsLatest && reader.Closing is null ? AdvanceResult.CaughtUp : AdvanceResult.More;
        }

        var next = stretch.Segment.IndexAt(stretch.From, sent) + 1;
        var rest = part[sent..stretch.Segment.Bytes(stretch.From, next).Length];
        AdvancePast(reader, stretch, next);
        // Copy a small remainder: a slow subscriber must not keep a whole segment in memory.
        reader.Pending = rest.Length > options.MaxWriteBytes ? rest : rest.ToArray();
        SendRemainder(reader, rest.Length);
        return SetAside(reader) ? AdvanceResult.ConnectionFull : AdvanceResult.More;
    }

    /// <summary>Reports what was sent since the last call.</summary>
    public void Report()
    {
        metrics.Sent(entries, bytes);
        (entries, bytes) = (0, 0);
    }

    private AdvanceResult Step(Subscriber reader)
    {
        if (!reader.Pending.IsEmpty)
            return SendPending(reader);
        // Reconnecting to an archived event returns 204, so its last entries must come before the goodbye. After any other close reason the
        // client resumes, or may not have them.
        if (reader.Closing is { } reason && reason != CloseReason.EventArchived)
            return QueueGoodbye(reader, reason);
        if (reader.NeedsSnapshot)
            return SendSnapshot(reader);
        reader.ViewPosition ??= reader.View?.After(reader.Position);
        var progress = reader.ViewPosition is null ? SendFromLog(reader) : SendFromView(reader);
        return progress == AdvanceResult.CaughtUp && reader.Closing is { } archived ? QueueGoodbye(reader, archived) : progress;
    }

    private AdvanceResult SendFromView(Subscriber reader)
    {
        if (!TryFind(reader, out var stretch, out var otherwise))
            return otherwise;
        if (!CheckAccess(reader))
            return QueueGoodbye(reader, reader.Closing!.Value);
        var part = stretch.Bytes;
        if (!reader.View!.IsChunked && part.Length > options.MaxWriteBytes)
        {
            AdvancePast(reader, stretch, stretch.To);
            reader.Pending = part;
            return SendPending(reader);
        }

        return Sent(new PendingSend(reader, stretch, reader.Output.Send(part.Span)));
    }

    /// <summary>
    /// Finds the entries of its view that a subscriber lacks. Returns false if there are none, or if it must continue from another
    /// position.
    /// </summary>
    private bool TryFind(Subscriber reader, out SegmentRange stretch, out AdvanceResult otherwise)
    {
        (stretch, otherwise) = (default, AdvanceResult.More);
        var (view, place) = (reader.View!, reader.ViewPosition!.Value);
        // Read these first: the segments, which are read afterwards, hold everything that these values cover.
        var (covered, last) = (view.CoveredSequence, view.LastSegment);
        if (view.Segment(place.Segment) is not { } segment)
        {
            reader.ViewPosition = null;
            return false;
        }

        var count = segment.Count;
        if (place.Index == count && place.Segment < last)
        {
            reader.ViewPosition = new ViewPosition(place.Segment + 1, 0);
            return false;
        }

        if (place.Index == count)
        {
            reader.Position = Math.Max(reader.Position, covered);
            otherwise = AdvanceResult.CaughtUp;
            return false;
        }

        var to = view.IsChunked ? count : segment.IndexUpTo(place.Index, options.MaxWriteBytes);
        stretch = new SegmentRange(segment, place.Index, to, to == count && place.Segment == last);
        return true;
    }

    /// <summary>Advances a subscriber past the entries that are being sent to it.</summary>
    private void AdvancePast(Subscriber reader, SegmentRange stretch, int next)
    {
        entries += next - stretch.From;
        (reader.ViewPosition, reader.Position) = (new ViewPosition(stretch.Segment.Number, next), stretch.Segment.Sequence(next - 1));
    }

    private AdvanceResult SendPending(Subscriber reader)
    {
        var part = reader.Pending[..Math.Min(reader.Pending.Length, options.MaxWriteBytes)];
        var sent = Count(reader, reader.Output.Send(part.Span));
        reader.Pending = reader.Pending[sent..];
        if (sent < part.Length)
            SendRemainder(reader, part.Length - sent);
        return SetAside(reader) ? AdvanceResult.ConnectionFull : AdvanceResult.More;
    }

    private int Count(Subscriber reader, int sent)
    {
        reader.LastSent = Now;
        bytes += sent;
        return sent;
    }

    /// <summary>Sends the start of the pending bytes as the connection becomes writable.</summary>
    private void SendRemainder(Subscriber reader, int length)
    {
        var part = reader.Pending[..Math.Min(length, options.MaxWriteBytes)];
        reader.Pending = reader.Pending[part.Length..];
        bytes += part.Length;
        reader.Output.SendRemainder(part);
    }

    private bool SetAside(Subscriber reader)
    {
        if (reader.Output.IsWritable())
            return false;
        reader.SetAside(Now);
        return true;
    }

    private AdvanceResult SendFromLog(Subscriber reader)
    {
        var found = reader.Feed.ReadNext(
            ref reader.Position, reader.Filter, reader.Output.IsChunked, options.MaxWriteBytes, out var count, out var fellBehind);
        if (fellBehind)
        {
            (reader.NeedsSnapshot, reader.Reset) = (true, ResetReason.Lagging);
            return AdvanceResult.More;
        }

        if (found is null)
            return AdvanceResult.CaughtUp;
        if (!CheckAccess(reader))
            return QueueGoodbye(reader, reader.Closing!.Value);
        entries += count;
        reader.Pending = found;
        return SendPending(reader);
    }

    private AdvanceResult SendSnapshot(Subscriber reader)
    {
        var snapshot = reader.Feed.Snapshot(reader.Filter);
        if (!CheckAccess(reader))
            return QueueGoodbye(reader, reader.Closing!.Value);
        metrics.SnapshotSent(reader.Reset);
        reader.Pending = snapshot.Frame(reader.Reset, reader.Output.IsChunked);
        (reader.Position, reader.ViewPosition) = (snapshot.Cursor.Sequence, null);
        (reader.NeedsSnapshot, reader.Reset) = (false, null);
        return SendPending(reader);
    }

    /// <summary>
    /// Checks access, and closes the subscriber if it has ended. Call it after choosing the bytes to send: in the other order an entry
    /// appended just after a revocation could be sent.
    /// </summary>
    private static bool CheckAccess(Subscriber reader)
    {
        var rights = reader.Feed.AccessState;
        if (ReferenceEquals(rights, reader.LastCheckedAccess))
            return true;
        if (rights.GetCloseReason(reader.Identity) is { } reason)
        {
            reader.Close(reason);
            return reason == CloseReason.EventArchived;
        }

        reader.LastCheckedAccess = rights;
        return true;
    }

    private static AdvanceResult QueueGoodbye(Subscriber reader, CloseReason reason)
    {
        if (reader.GoodbyeQueued)
            return AdvanceResult.More;
        reader.GoodbyeQueued = true;
        var bye = ChunkFraming.ToFrame(Encoding.ASCII.GetBytes($"event: bye\ndata: {{\"code\":\"{reason.ToWireName()}\"}}\n\n"), reader.Output.IsChunked);
        reader.Pending = reader.Output.IsChunked ? (byte[])[.. bye, .. ChunkFraming.Last] : bye;
        return AdvanceResult.More;
    }
}
