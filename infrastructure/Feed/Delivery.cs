using System.Text;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Brings readers forward: what one pump does to each of its readers. Not safe for concurrent use.</summary>
internal sealed class Delivery(FeedOptions options, FeedMetrics metrics)
{
    // So many sends one after the other to one reader, and then the others have their turn.
    private const int MaxSends = 4;

    private readonly List<Outcome> added = [];
    private int entries;
    private long bytes;

    /// <summary>Sends to many at once; null for one after the other.</summary>
    public ISendBatch? Batch
    {
        get;
        set
        {
            field = value;
            // Not only when they are needed: that what was added is in both the batch and the list must not hang on there being memory.
            added.EnsureCapacity(value?.Capacity ?? 0);
        }
    }

    /// <summary>Whether <see cref="SendAdded"/> is due before more is added.</summary>
    public bool IsFull => added.Count == Batch?.Capacity;

    /// <summary>When this round began; what it sends counts as sent then.</summary>
    public long Now { get; set; }

    /// <summary>Sends a reader what it lacks, as far as its connection takes it.</summary>
    public Progress Advance(FeedReader reader)
    {
        MayRead(reader);
        if (!reader.Output.HasDrained())
        {
            // Nobody is there to take what is on its way; without the connection it ends at once.
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
    /// Adds what a reader lacks to what is sent together; false where it is to be brought forward by <see cref="Advance"/>. Then nothing may be done
    /// to the reader before <see cref="SendAdded"/>.
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

    /// <summary>Sends what was added. For each reader <see cref="Sent"/> is due.</summary>
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

    /// <summary>Brings a reader behind what its connection has taken, and lets the rest of the entry that was begun follow.</summary>
    public Progress Sent(Outcome outcome)
    {
        var (reader, stretch, sent) = outcome;
        Count(reader, sent);
        var part = stretch.Bytes;
        if (sent == part.Length)
        {
            Pass(reader, stretch, stretch.To);
            // What came since it was looked up is told to the pump anew.
            return SetAside(reader) ? Progress.SetAside : stretch.IsLatest && reader.Closing is null ? Progress.CaughtUp : Progress.More;
        }

        var next = stretch.Segment.IndexAt(stretch.From, sent) + 1;
        var rest = part[sent..stretch.Segment.Bytes(stretch.From, next).Length];
        Pass(reader, stretch, next);
        // A copy of what is small: a slow reader must not hold a whole segment in memory.
        reader.Pending = rest.Length > options.MaxWriteBytes ? rest : rest.ToArray();
        SendRest(reader, rest.Length);
        return SetAside(reader) ? Progress.SetAside : Progress.More;
    }

    /// <summary>Counts what was sent since the last time.</summary>
    public void Report()
    {
        metrics.Sent(entries, bytes);
        (entries, bytes) = (0, 0);
    }

    private Progress Step(FeedReader reader)
    {
        if (!reader.Pending.IsEmpty)
            return SendPending(reader);
        // An archived event answers 204 from now on, so that its last entries must come before the farewell; after every other end the
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

    /// <summary>Finds what a reader lacks of its view; false where it lacks nothing, or has to go on from another place.</summary>
    private bool TryFind(FeedReader reader, out Stretch stretch, out Progress otherwise)
    {
        (stretch, otherwise) = (default, Progress.More);
        var (view, place) = (reader.View!, reader.Place!.Value);
        // In this order: what these cover is in the segments, which are looked at after them.
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

    /// <summary>Moves a reader behind what is being sent to it.</summary>
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

    /// <summary>Lets the start of what is pending follow as the connection drains.</summary>
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
    /// Whether the reader may still have what is about to be sent. To be asked after that has been looked up: what is appended after a
    /// right has ended must not slip through.
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
