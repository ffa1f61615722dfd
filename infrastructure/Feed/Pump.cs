using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// A loop that writes to many readers and waits for none. A reader whose connection is full is set aside until it drains; what it
/// misses in the meantime stays in the shared log, and leaves in few large writes.
/// </summary>
internal sealed partial class Pump(FeedOptions options, FeedMetrics metrics, TimeProvider time, ILogger<Pump> logger)
{
    private static readonly byte[] KeepAlive = ": keep-alive\n\n"u8.ToArray();

    private readonly Channel<FeedReader> awake = Channel.CreateUnbounded<FeedReader>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<FeedReader, byte> readers = new();

    public int Count => readers.Count;

    public IEnumerable<FeedReader> Readers => readers.Keys;

    public void Enqueue(FeedReader reader) => awake.Writer.TryWrite(reader);

    public void Attach(FeedReader reader)
    {
        reader.LastWrite = time.GetTimestamp();
        readers.TryAdd(reader, 0);
        reader.AttachTo(this);
        reader.Feed.Readers.Add(reader);
        // What was appended before it stood among the feed's readers woke others only.
        reader.Wake();
    }

    public async Task RunAsync()
    {
        await foreach (var reader in awake.Reader.ReadAllAsync(CancellationToken.None))
        {
            reader.Dequeued();
            try
            {
                Advance(reader);
            }
            catch (Exception exception)
            {
                // A fault with one reader must not end the loop that serves the others.
                Log.ReaderFailed(logger, exception, reader.Feed.EventId);
                reader.Abort();
                End(reader, CloseReason.InternalError);
            }
        }
    }

    public void Stop() => awake.Writer.TryComplete();

    /// <summary>Wakes those for whom time alone has brought something to do. Runs beside the loop.</summary>
    public void Tick()
    {
        var now = time.GetTimestamp();
        var utcNow = time.GetUtcNow();
        foreach (var (reader, _) in readers)
        {
            var silent = time.GetElapsedTime(reader.LastWrite, now);
            if (reader.EndsAt <= utcNow)
                reader.Close(CloseReason.TokenExpired);
            if (reader.DrainAt <= now)
                reader.Close(CloseReason.ServerDraining);
            if (reader.IsFlushing && silent >= options.StallTimeout)
            {
                reader.Close(CloseReason.Stalled);
                reader.Abort();
            }
            else if (silent >= options.KeepAlive)
            {
                reader.Wake();
            }
        }
    }

    private void Advance(FeedReader reader)
    {
        if (!readers.ContainsKey(reader) || !HasDrained(reader))
            return;
        while (reader.Closing is not (CloseReason.ClientGone or CloseReason.Stalled))
        {
            if (!Write(reader))
            {
                if (reader.Closing is { } reason && reader.ByeSent)
                    End(reader, reason);
                return;
            }

            reader.LastWrite = time.GetTimestamp();
            reader.IsFlushing = true;
            reader.Flush = reader.Output.FlushAsync(CancellationToken.None).GetAwaiter();
            if (!HasDrained(reader))
            {
                reader.WakeWhenFlushed();
                return;
            }
        }

        End(reader, reader.Closing!.Value);
    }

    /// <summary>Whether the last flush is over, so that the pipe may be written to again.</summary>
    private static bool HasDrained(FeedReader reader)
    {
        if (!reader.IsFlushing)
            return true;
        if (!reader.Flush.IsCompleted)
            return false;
        reader.IsFlushing = false;
        try
        {
            if (reader.Flush.GetResult() is { IsCompleted: true } or { IsCanceled: true })
                reader.Close(CloseReason.ClientGone);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            reader.Close(CloseReason.ClientGone);
        }

        return true;
    }

    /// <summary>Puts what is next into the pipe, up to the most that is handed over at once; tells whether there was anything.</summary>
    private bool Write(FeedReader reader)
    {
        var written = 0;
        var entries = 0;
        while (written < options.MaxWriteBytes && (!reader.Pending.IsEmpty || Fill(reader, ref entries)))
        {
            var part = reader.Pending[..Math.Min(reader.Pending.Length, options.MaxWriteBytes - written)];
            reader.Output.Write(part.Span);
            reader.Pending = reader.Pending[part.Length..];
            written += part.Length;
        }

        if (written == 0 && reader.Closing is null && time.GetElapsedTime(reader.LastWrite) >= options.KeepAlive)
        {
            reader.Output.Write(KeepAlive);
            return true;
        }

        metrics.Sent(entries, written);
        return written > 0;
    }

    /// <summary>Finds the next frame.</summary>
    private bool Fill(FeedReader reader, ref int entries)
    {
        var closing = reader.Closing;
        // An archived event answers 204 from now on, so that its last entries must come before the farewell; after every other end the
        // client resumes, or may not have them.
        if (closing is { } reason && (reason != CloseReason.EventArchived || reader.ByeSent))
            return SayBye(reader, reason);
        if (!reader.NeedsSnapshot)
        {
            switch (reader.Feed.Next(ref reader.Position, reader.Filter, out var entry))
            {
                case NextEntry.Found:
                    reader.Pending = entry!.Frame;
                    entries++;
                    return true;
                case NextEntry.None:
                    return closing is not null && SayBye(reader, closing.Value);
                default:
                    (reader.NeedsSnapshot, reader.Reset) = (true, ResetReason.Lagging);
                    break;
            }
        }

        var snapshot = reader.Feed.Snapshot(reader.Filter);
        reader.Pending = snapshot.Frame(reader.Reset);
        reader.Position = snapshot.Cursor.Sequence;
        metrics.SnapshotSent(reader.Reset);
        (reader.NeedsSnapshot, reader.Reset) = (false, null);
        return true;
    }

    private static bool SayBye(FeedReader reader, CloseReason reason)
    {
        if (reader.ByeSent)
            return false;
        reader.ByeSent = true;
        reader.Pending = Encoding.ASCII.GetBytes($"event: bye\ndata: {{\"code\":\"{reason.Wire()}\"}}\n\n");
        return true;
    }

    private void End(FeedReader reader, CloseReason reason)
    {
        readers.TryRemove(reader, out _);
        reader.Feed.Readers.Remove(reader);
        reader.End(reason);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "A stream of event {EventId} failed and was closed.")]
        public static partial void ReaderFailed(ILogger logger, Exception exception, string eventId);
    }
}
