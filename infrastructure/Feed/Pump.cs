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
    private readonly ISendBatchFactory batchFactory;
    private readonly TimeProvider time;
    private readonly ILogger<Pump> logger;
    private readonly Sender sender;
    private readonly TimingWheel wheel;
    private readonly ConcurrentQueue<Subscriber> awake = new();
    private readonly ConcurrentQueue<SubscriberGroup> grown = new();
    private readonly Dictionary<EventFeed, SubscriberGroup> groups = [];
    private readonly ManualResetEventSlim work = new(false, spinCount: 0);
    private long drainOver = -1;
    private bool draining;
    private bool ticked;
    private bool stopped;
    private int count;

    public Pump(FeedOptions options, FeedMetrics metrics, ISendBatchFactory batches, TimeProvider time, ILogger<Pump> logger)
    {
        (this.options, this.batchFactory, this.time, this.logger) = (options, batches, time, logger);
        sender = new Sender(options, metrics);
        wheel = new TimingWheel(time.TimestampFrequency, time.GetTimestamp());
    }

    /// <summary>How many subscribers it has.</summary>
    public int Count => Volatile.Read(ref count);

    public void Enqueue(Subscriber reader)
    {
        awake.Enqueue(reader);
        work.Set();
    }

    public void Enqueue(SubscriberGroup readership)
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
        using var batch = options.UseIoUring ? batchFactory.TryCreate() : null;
        sender.Batch = batch;
        while (!Volatile.Read(ref stopped))
        {
            work.Wait();
            work.Reset();
            sender.Now = time.GetTimestamp();
            if (Interlocked.Exchange(ref ticked, false))
                AdvanceTimers();
            // Anything enqueued from here on sets the event again, so one round serves what was queued at its start.
            for (var left = awake.Count; left > 0 && awake.TryDequeue(out var reader); left--)
            {
                reader.Dequeued();
                Serve(reader);
            }

            for (var left = grown.Count; left > 0 && grown.TryDequeue(out var readership); left--)
                Serve(readership);
            sender.Report();
        }
    }

    private void Serve(SubscriberGroup readership)
    {
        readership.Begin();
        // Iterate backwards: removing a subscriber swaps the last one, already served, into its index.
        for (var i = readership.Subscribers.Count - 1; i >= 0; i--)
        {
            var reader = readership.Subscribers[i];
            if (!TryAdd(reader))
                Serve(reader);
            else if (sender.IsFull)
                sender.SendAdded(Apply);
        }

        sender.SendAdded(Apply);
    }

    private bool TryAdd(Subscriber reader)
    {
        try
        {
            return sender.TryAdd(reader);
        }
        catch (Exception exception)
        {
            Fail(reader, exception);
            return true;
        }
    }

    private void Apply(PendingSend outcome)
    {
        try
        {
            Apply(outcome.Reader, sender.Sent(outcome));
        }
        catch (Exception exception)
        {
            Fail(outcome.Reader, exception);
        }
    }

    private void Serve(Subscriber reader)
    {
        if (reader.HasEnded)
            return;
        try
        {
            if (reader.Group is null)
                Attach(reader);
            Apply(reader, sender.Advance(reader));
        }
        catch (Exception exception)
        {
            Fail(reader, exception);
        }
    }

    /// <summary>Ends a subscriber after an exception. A fault with one must not end the loop that serves the others.</summary>
    private void Fail(Subscriber reader, Exception exception)
    {
        Log.ReaderFailed(logger, exception, reader.Feed.EventId);
        reader.Output.Abort();
        End(reader, CloseReason.InternalError);
    }

    private void Apply(Subscriber reader, AdvanceResult progress)
    {
        switch (progress)
        {
            case AdvanceResult.More:
                reader.Wake();
                break;
            case AdvanceResult.Ended:
                End(reader, reader.Closing!.Value);
                break;
            case AdvanceResult.ConnectionFull when reader is { Closing: not null, CloseGraceSince: null }:
                reader.CloseGraceSince = sender.Now;
                wheel.Schedule(reader, sender.Now + Ticks(options.CloseGracePeriod));
                break;
        }
    }

    private void Attach(Subscriber reader)
    {
        if (!groups.TryGetValue(reader.Feed, out var readership))
        {
            readership = new SubscriberGroup(this, reader.Feed);
            groups.Add(reader.Feed, readership);
            reader.Feed.Add(readership);
        }

        // From here on, appended entries signal this group. Entries appended before are seen now.
        reader.Group = readership;
        readership.Add(reader);
        Volatile.Write(ref count, count + 1);
        reader.View = reader.Feed.AcquireView(reader.Filter, reader.Output.IsChunked);
        reader.LastSent = sender.Now;
        Reschedule(reader);
        if (draining)
            reader.Close(CloseReason.ServerDraining);
    }

    private void End(Subscriber reader, CloseReason reason)
    {
        TimingWheel.Remove(reader);
        if (reader.Group is { } readership)
        {
            readership.Remove(reader);
            Volatile.Write(ref count, count - 1);
            if (reader.View is { } view)
                reader.Feed.ReleaseView(reader.Filter, view);
            if (readership.IsEmpty)
            {
                groups.Remove(reader.Feed);
                reader.Feed.Remove(readership);
            }
        }

        reader.End(reason);
    }

    private void AdvanceTimers()
    {
        if (Volatile.Read(ref drainOver) is >= 0 and var over && !draining)
        {
            draining = true;
            foreach (var reader in groups.Values.SelectMany(readership => readership.Subscribers))
            {
                reader.DrainAt = sender.Now + (long)(Random.Shared.NextDouble() * over);
                wheel.Schedule(reader, reader.DrainAt.Value);
            }
        }

        wheel.Advance(sender.Now, OnTimer);
    }

    /// <summary>Handles a due timer: token expiry, drain, stall, close grace period or keep-alive.</summary>
    private void OnTimer(Subscriber reader)
    {
        var now = sender.Now;
        if (reader.EndsAt <= now)
            reader.Close(CloseReason.TokenExpired);
        if (reader.DrainAt <= now)
            reader.Close(CloseReason.ServerDraining);
        if (reader.FullSince is { } since && !reader.Output.IsWritable())
        {
            if (reader.CloseGraceSince + Ticks(options.CloseGracePeriod) <= now)
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
            Reschedule(reader);
    }

    private void EndIfStalled(Subscriber reader)
    {
        var taken = reader.Output.BytesAcknowledged;
        if (taken is null || taken == reader.BytesAcknowledgedAtFull)
            reader.Close(CloseReason.Stalled);
        else
            (reader.FullSince, reader.BytesAcknowledgedAtFull) = (sender.Now, taken);
    }

    private void Reschedule(Subscriber reader)
    {
        var due = reader.FullSince + Ticks(options.StallTimeout) ?? reader.LastSent + Ticks(options.KeepAlive);
        // The connection may become full before then.
        due = Math.Min(due, sender.Now + Ticks(options.StallTimeout));
        due = Math.Min(due, reader.EndsAt ?? due);
        due = Math.Min(due, reader.DrainAt ?? due);
        wheel.Schedule(reader, Math.Min(due, reader.CloseGraceSince + Ticks(options.CloseGracePeriod) ?? due));
    }

    private long Ticks(TimeSpan span) => (long)(span.Ticks * (Int128)time.TimestampFrequency / TimeSpan.TicksPerSecond);

    private static readonly byte[][] KeepAlive = [": keep-alive\n\n"u8.ToArray(), ChunkFraming.ToFrame(": keep-alive\n\n"u8, true)];

    private static partial class Log
    {
        [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "A stream of event {EventId} failed and was closed.")]
        public static partial void ReaderFailed(ILogger logger, Exception exception, string eventId);
    }
}
