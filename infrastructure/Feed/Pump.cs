using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// A loop that writes to many subscribers and waits for none. A subscriber whose connection is full is set aside until the connection is
/// writable. The entries that it misses in the meantime stay in the shared log and are sent later in few large writes. When a feed grows,
/// it signals its pumps once, and not each of its subscribers.
/// </summary>
internal sealed partial class Pump
{
    private readonly FeedOptions options;
    private readonly ISendBatches batches;
    private readonly TimeProvider time;
    private readonly ILogger<Pump> logger;
    private readonly Delivery delivery;
    private readonly Wheel wheel;
    private readonly ConcurrentQueue<FeedReader> awake = new();
    private readonly ConcurrentQueue<Readership> grown = new();
    private readonly Dictionary<EventFeed, Readership> readerships = [];
    private readonly ManualResetEventSlim work = new(false, spinCount: 0);
    private long drainOver = -1;
    private bool draining;
    private bool ticked;
    private bool stopped;
    private int count;

    public Pump(FeedOptions options, FeedMetrics metrics, ISendBatches batches, TimeProvider time, ILogger<Pump> logger)
    {
        (this.options, this.batches, this.time, this.logger) = (options, batches, time, logger);
        delivery = new Delivery(options, metrics);
        wheel = new Wheel(time.TimestampFrequency, time.GetTimestamp());
    }

    /// <summary>How many subscribers it has.</summary>
    public int Count => Volatile.Read(ref count);

    public void Enqueue(FeedReader reader)
    {
        awake.Enqueue(reader);
        work.Set();
    }

    public void Enqueue(Readership readership)
    {
        grown.Enqueue(readership);
        work.Set();
    }

    /// <summary>Wakes the pump to handle the timers that are due.</summary>
    public void Tick()
    {
        Volatile.Write(ref ticked, true);
        work.Set();
    }

    /// <summary>Closes all streams, each at a random moment within a span of time.</summary>
    public void Drain(TimeSpan over)
    {
        Volatile.Write(ref drainOver, Ticks(over));
        Tick();
    }

    /// <summary>Stops <see cref="Run"/>.</summary>
    public void Stop()
    {
        Volatile.Write(ref stopped, true);
        work.Set();
    }

    /// <summary>
    /// Serves its subscribers until it is stopped. Runs on a dedicated thread, so that pumps and thread-pool work never wait for each
    /// other.
    /// </summary>
    public void Run()
    {
        using var batch = options.Batched ? batches.Open() : null;
        delivery.Batch = batch;
        while (!Volatile.Read(ref stopped))
        {
            work.Wait();
            work.Reset();
            delivery.Now = time.GetTimestamp();
            if (Interlocked.Exchange(ref ticked, false))
                Turn();
            // Anything enqueued from here on sets the event again, so one round serves what was queued at its start.
            for (var left = awake.Count; left > 0 && awake.TryDequeue(out var reader); left--)
            {
                reader.Dequeued();
                Serve(reader);
            }

            for (var left = grown.Count; left > 0 && grown.TryDequeue(out var readership); left--)
                Serve(readership);
            delivery.Report();
        }
    }

    private void Serve(Readership readership)
    {
        readership.Begin();
        // Iterate backwards: removing a subscriber swaps the last one, already served, into its index.
        for (var i = readership.Readers.Count - 1; i >= 0; i--)
        {
            var reader = readership.Readers[i];
            if (!TryAdd(reader))
                Serve(reader);
            else if (delivery.IsFull)
                delivery.SendAdded(Settle);
        }

        delivery.SendAdded(Settle);
    }

    private bool TryAdd(FeedReader reader)
    {
        try
        {
            return delivery.TryAdd(reader);
        }
        catch (Exception exception)
        {
            Fail(reader, exception);
            return true;
        }
    }

    private void Settle(Outcome outcome)
    {
        try
        {
            Settle(outcome.Reader, delivery.Sent(outcome));
        }
        catch (Exception exception)
        {
            Fail(outcome.Reader, exception);
        }
    }

    private void Serve(FeedReader reader)
    {
        if (reader.HasEnded)
            return;
        try
        {
            if (reader.Readership is null)
                Attach(reader);
            Settle(reader, delivery.Advance(reader));
        }
        catch (Exception exception)
        {
            Fail(reader, exception);
        }
    }

    /// <summary>Ends a subscriber after an exception. A fault with one must not end the loop that serves the others.</summary>
    private void Fail(FeedReader reader, Exception exception)
    {
        Log.ReaderFailed(logger, exception, reader.Feed.EventId);
        reader.Output.Abort();
        End(reader, CloseReason.InternalError);
    }

    private void Settle(FeedReader reader, Progress progress)
    {
        switch (progress)
        {
            case Progress.More:
                reader.Wake();
                break;
            case Progress.Over:
                End(reader, reader.Closing!.Value);
                break;
            case Progress.SetAside when reader is { Closing: not null, FarewellSince: null }:
                reader.FarewellSince = delivery.Now;
                wheel.File(reader, delivery.Now + Ticks(options.FarewellTimeout));
                break;
        }
    }

    private void Attach(FeedReader reader)
    {
        if (!readerships.TryGetValue(reader.Feed, out var readership))
        {
            readership = new Readership(this, reader.Feed);
            readerships.Add(reader.Feed, readership);
            reader.Feed.Add(readership);
        }

        // From here on, appended entries signal this group. Entries appended before are seen now.
        reader.Readership = readership;
        readership.Add(reader);
        Volatile.Write(ref count, count + 1);
        reader.View = reader.Feed.Use(reader.Filter, reader.Output.IsChunked);
        reader.LastSent = delivery.Now;
        FileAgain(reader);
        if (draining)
            reader.Close(CloseReason.ServerDraining);
    }

    private void End(FeedReader reader, CloseReason reason)
    {
        Wheel.Remove(reader);
        if (reader.Readership is { } readership)
        {
            readership.Remove(reader);
            Volatile.Write(ref count, count - 1);
            if (reader.View is { } view)
                reader.Feed.Release(reader.Filter, view);
            if (readership.IsEmpty)
            {
                readerships.Remove(reader.Feed);
                reader.Feed.Remove(readership);
            }
        }

        reader.End(reason);
    }

    private void Turn()
    {
        if (Volatile.Read(ref drainOver) is >= 0 and var over && !draining)
        {
            draining = true;
            foreach (var reader in readerships.Values.SelectMany(readership => readership.Readers))
            {
                reader.DrainAt = delivery.Now + (long)(Random.Shared.NextDouble() * over);
                wheel.File(reader, reader.DrainAt.Value);
            }
        }

        wheel.Turn(delivery.Now, Look);
    }

    /// <summary>Handles a due timer: token expiry, drain, stall, close grace period or keep-alive.</summary>
    private void Look(FeedReader reader)
    {
        var now = delivery.Now;
        if (reader.EndsAt <= now)
            reader.Close(CloseReason.TokenExpired);
        if (reader.DrainAt <= now)
            reader.Close(CloseReason.ServerDraining);
        if (reader.FullSince is { } since && !reader.Output.HasDrained())
        {
            if (reader.FarewellSince + Ticks(options.FarewellTimeout) <= now)
            {
                // Read the reason before the abort. The abort looks as if the client had disconnected by itself.
                var reason = reader.Closing!.Value;
                reader.Output.Abort();
                End(reader, reason);
                return;
            }

            if (since + Ticks(options.StallTimeout) <= now)
                EndIfStalled(reader);
        }
        else if (reader.LastSent + Ticks(options.KeepAlive) <= now && reader.Closing is null && reader.Pending.IsEmpty)
        {
            reader.Pending = KeepAlive[reader.Output.IsChunked ? 1 : 0];
            Serve(reader);
        }

        if (!reader.HasEnded)
            FileAgain(reader);
    }

    private void EndIfStalled(FeedReader reader)
    {
        var taken = reader.Output.Taken;
        if (taken is null || taken == reader.TakenThen)
            reader.Close(CloseReason.Stalled);
        else
            (reader.FullSince, reader.TakenThen) = (delivery.Now, taken);
    }

    private void FileAgain(FeedReader reader)
    {
        var due = reader.FullSince + Ticks(options.StallTimeout) ?? reader.LastSent + Ticks(options.KeepAlive);
        // The connection may become full before then.
        due = Math.Min(due, delivery.Now + Ticks(options.StallTimeout));
        due = Math.Min(due, reader.EndsAt ?? due);
        due = Math.Min(due, reader.DrainAt ?? due);
        wheel.File(reader, Math.Min(due, reader.FarewellSince + Ticks(options.FarewellTimeout) ?? due));
    }

    private long Ticks(TimeSpan span) => (long)(span.Ticks * (Int128)time.TimestampFrequency / TimeSpan.TicksPerSecond);

    private static readonly byte[][] KeepAlive = [": keep-alive\n\n"u8.ToArray(), Chunk.Of(": keep-alive\n\n"u8, true)];

    private static partial class Log
    {
        [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "A stream of event {EventId} failed and was closed.")]
        public static partial void ReaderFailed(ILogger logger, Exception exception, string eventId);
    }
}
