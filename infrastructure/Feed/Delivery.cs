using System.Text;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Decides what to send next to each of one pump's subscribers, and sends it. Not safe for concurrent use.</summary>
internal sealed class Delivery(FeedOptions options, FeedMetrics metrics)
{
    // After this many sends in a row to one subscriber, it is the turn of the others.
    private const int MaxSends = 4;

    private readonly List<Outcome> added = [];
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
    public Progress Advance(FeedReader reader)
    {
        MayRead(reader);
        if (!reader.Output.HasDrained())
        {
            // Nobody is left to receive the pending bytes. Aborting the connection ends them at once.
            if (reader.Closing?.IsSilent() == true)
                reader.Output.Abort();
            return Progress.SetAside;
        }

        reader.FullSince = null;
        for (var sends = 0; sends < MaxSends; sends++)
        {
            if (reader.Output.IsGone)
                reader.Close(CloseReason.ClientGone);
            if (reader.Closing?.IsSilent() == true || (reader.ByeSent && reader.Pending.IsEmpty))
                return Progress.Over;
            if (Step(reader) is var progress && progress != Progress.More)
                return progress;
        }

        return Progress.More;
    }

    /// <summary>
    /// Adds what a subscriber lacks to the batch. Returns false if the subscriber must be served by <see cref="Advance"/> instead. After
    /// true, nothing may be done to the subscriber before <see cref="SendAdded"/>.
    /// </summary>
    public bool TryAdd(FeedReader reader)
    {
        if (Batch is null || reader.View is not { IsChunked: true } view || reader.Closing is not null || reader.NeedsSnapshot || !reader.Pending.IsEmpty
            || !reader.Output.HasDrained() || reader.Output.IsGone)
            return false;
        reader.Place ??= view.After(reader.Position);
        if (reader.Place is null || !TryFind(reader, out var stretch, out _)
            || !MayRead(reader) || reader.Closing is not null || !Batch.TryAdd(reader.Output, stretch.Bytes))
            return false;
        reader.FullSince = null;
        added.Add(new Outcome(reader, stretch, 0));
        return true;
    }

    /// <summary>Sends the batch and passes each result to the callback, which must call <see cref="Sent"/> with it.</summary>
    public void SendAdded(Action<Outcome> settle)
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
    public Progress Sent(Outcome outcome)
    {
        var (reader, stretch, sent) = outcome;
        Count(reader, sent);
        var part = stretch.Bytes;
        if (sent == part.Length)
        {
            Pass(reader, stretch, stretch.To);
            // Entries appended since the look-up signal the pump again.
            return SetAside(reader) ? Progress.SetAside : stretch.IsLatest && reader.Closing is null ? Progress.CaughtUp : Progress.More;
        }

        var next = stretch.Segment.IndexAt(stretch.From, sent) + 1;
        var rest = part[sent..stretch.Segment.Bytes(stretch.From, next).Length];
        Pass(reader, stretch, next);
        // Copy a small remainder: a slow subscriber must not keep a whole segment in memory.
        reader.Pending = rest.Length > options.MaxWriteBytes ? rest : rest.ToArray();
        SendRest(reader, rest.Length);
        return SetAside(reader) ? Progress.SetAside : Progress.More;
    }

    /// <summary>Reports what was sent since the last call.</summary>
    public void Report()
    {
        metrics.Sent(entries, bytes);
        (entries, bytes) = (0, 0);
    }

    private Progress Step(FeedReader reader)
    {
        if (!reader.Pending.IsEmpty)
            return SendPending(reader);
        // Reconnecting to an archived event returns 204, so its last entries must come before the goodbye. After any other close reason the
        // client resumes, or may not have them.
        if (reader.Closing is { } reason && reason != CloseReason.EventArchived)
            return SayBye(reader, reason);
        if (reader.NeedsSnapshot)
            return TakeSnapshot(reader);
        reader.Place ??= reader.View?.After(reader.Position);
        var progress = reader.Place is null ? TakeFromLog(reader) : SendFromView(reader);
        return progress == Progress.CaughtUp && reader.Closing is { } archived ? SayBye(reader, archived) : progress;
    }

    private Progress SendFromView(FeedReader reader)
    {
        if (!TryFind(reader, out var stretch, out var otherwise))
            return otherwise;
        if (!MayRead(reader))
            return SayBye(reader, reader.Closing!.Value);
        var part = stretch.Bytes;
        if (!reader.View!.IsChunked && part.Length > options.MaxWriteBytes)
        {
            Pass(reader, stretch, stretch.To);
            reader.Pending = part;
            return SendPending(reader);
        }

        return Sent(new Outcome(reader, stretch, reader.Output.Send(part.Span)));
    }

    /// <summary>
    /// Finds the entries of its view that a subscriber lacks. Returns false if there are none, or if it must continue from another
    /// position.
    /// </summary>
    private bool TryFind(FeedReader reader, out Stretch stretch, out Progress otherwise)
    {
        (stretch, otherwise) = (default, Progress.More);
        var (view, place) = (reader.View!, reader.Place!.Value);
        // Read these first: the segments, which are read afterwards, hold everything that these values cover.
        var (covered, last) = (view.Covered, view.Last);
        if (view.Segment(place.Segment) is not { } segment)
        {
            reader.Place = null;
            return false;
        }

        var count = segment.Count;
        if (place.Index == count && place.Segment < last)
        {
            reader.Place = new Place(place.Segment + 1, 0);
            return false;
        }

        if (place.Index == count)
        {
            reader.Position = Math.Max(reader.Position, covered);
            otherwise = Progress.CaughtUp;
            return false;
        }

        var to = view.IsChunked ? count : segment.IndexUpTo(place.Index, options.MaxWriteBytes);
        stretch = new Stretch(segment, place.Index, to, to == count && place.Segment == last);
        return true;
    }

    /// <summary>Advances a subscriber past the entries that are being sent to it.</summary>
    private void Pass(FeedReader reader, Stretch stretch, int next)
    {
        entries += next - stretch.From;
        (reader.Place, reader.Position) = (new Place(stretch.Segment.Number, next), stretch.Segment.Sequence(next - 1));
    }

    private Progress SendPending(FeedReader reader)
    {
        var part = reader.Pending[..Math.Min(reader.Pending.Length, options.MaxWriteBytes)];
        var sent = Count(reader, reader.Output.Send(part.Span));
        reader.Pending = reader.Pending[sent..];
        if (sent < part.Length)
            SendRest(reader, part.Length - sent);
        return SetAside(reader) ? Progress.SetAside : Progress.More;
    }

    private int Count(FeedReader reader, int sent)
    {
        reader.LastSent = Now;
        bytes += sent;
        return sent;
    }

    /// <summary>Sends the start of the pending bytes as the connection becomes writable.</summary>
    private void SendRest(FeedReader reader, int length)
    {
        var part = reader.Pending[..Math.Min(length, options.MaxWriteBytes)];
        reader.Pending = reader.Pending[part.Length..];
        bytes += part.Length;
        reader.Output.SendRest(part);
    }

    private bool SetAside(FeedReader reader)
    {
        if (reader.Output.HasDrained())
            return false;
        reader.SetAside(Now);
        return true;
    }

    private Progress TakeFromLog(FeedReader reader)
    {
        var found = reader.Feed.Next(
            ref reader.Position, reader.Filter, reader.Output.IsChunked, options.MaxWriteBytes, out var count, out var fellBehind);
        if (fellBehind)
        {
            (reader.NeedsSnapshot, reader.Reset) = (true, ResetReason.Lagging);
            return Progress.More;
        }

        if (found is null)
            return Progress.CaughtUp;
        if (!MayRead(reader))
            return SayBye(reader, reader.Closing!.Value);
        entries += count;
        reader.Pending = found;
        return SendPending(reader);
    }

    private Progress TakeSnapshot(FeedReader reader)
    {
        var snapshot = reader.Feed.Snapshot(reader.Filter);
        if (!MayRead(reader))
            return SayBye(reader, reader.Closing!.Value);
        metrics.SnapshotSent(reader.Reset);
        reader.Pending = snapshot.Frame(reader.Reset, reader.Output.IsChunked);
        (reader.Position, reader.Place) = (snapshot.Cursor.Sequence, null);
        (reader.NeedsSnapshot, reader.Reset) = (false, null);
        return SendPending(reader);
    }

    /// <summary>
    /// Checks access, and closes the subscriber if it has ended. Call it after choosing the bytes to send: in the other order an entry
    /// appended just after a revocation could be sent.
    /// </summary>
    private static bool MayRead(FeedReader reader)
    {
        var rights = reader.Feed.Rights;
        if (ReferenceEquals(rights, reader.Checked))
            return true;
        if (rights.WhyToClose(reader.Identity) is { } reason)
        {
            reader.Close(reason);
            return reason == CloseReason.EventArchived;
        }

        reader.Checked = rights;
        return true;
    }

    private static Progress SayBye(FeedReader reader, CloseReason reason)
    {
        if (reader.ByeSent)
            return Progress.More;
        reader.ByeSent = true;
        var bye = Chunk.Of(Encoding.ASCII.GetBytes($"event: bye\ndata: {{\"code\":\"{reason.Wire()}\"}}\n\n"), reader.Output.IsChunked);
        reader.Pending = reader.Output.IsChunked ? (byte[])[.. bye, .. Chunk.Last] : bye;
        return Progress.More;
    }
}
