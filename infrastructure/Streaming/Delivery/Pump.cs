using System.Collections.Concurrent;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using LiveFeed.Infrastructure.Streaming.Views;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// A loop that sends to many subscribers and waits for none of them. A subscriber whose connection is full is left alone until it is
/// writable again; what it misses stays in the shared log, and is sent in few large writes. When a feed grows, its groups are signalled,
/// and not each subscriber.
/// </summary>
internal sealed partial class Pump
{
    private static readonly byte[] KeepAlive = ": keep-alive\n\n"u8.ToArray();
    private static readonly byte[] ChunkedKeepAlive = ChunkFraming.ToFrame(KeepAlive, true);

    private readonly FeedOptions options;
    private readonly FeedMetrics metrics;
    private readonly ISendBatchFactory batches;
    private readonly TimeProvider time;
    private readonly ILogger<Pump> logger;
    private readonly TimingWheel wheel;
    private readonly ConcurrentQueue<Subscriber> awake = new();
    private readonly ConcurrentQueue<SubscriberGroup> signalled = new();
    private readonly Dictionary<EventFeed, SubscriberGroup> groups = [];
    private readonly ManualResetEventSlim work = new(false, spinCount: 0);
    private Sender sender;
    private long drainOver = -1;
    private bool draining;
    private bool ticked;
    private bool stopped;
    private int count;

    public Pump(FeedOptions options, FeedMetrics metrics, ISendBatchFactory batches, TimeProvider time, ILogger<Pump> logger)
    {
        this.options = options;
        this.metrics = metrics;
        this.batches = batches;
        this.time = time;
        this.logger = logger;
        sender = new Sender(null, options, metrics, time, logger);
        wheel = new TimingWheel(time.TimestampFrequency, time.GetTimestamp());
    }

    /// <summary>The number of its subscribers.</summary>
    public int Count => Volatile.Read(ref count);

    public void Enqueue(Subscriber subscriber)
    {
        awake.Enqueue(subscriber);
        work.Set();
    }

    public void Enqueue(SubscriberGroup group)
    {
        signalled.Enqueue(group);
        work.Set();
    }

    /// <summary>Processes due timers soon.</summary>
    public void Tick()
    {
        Volatile.Write(ref ticked, true);
        work.Set();
    }

    /// <summary>Closes all streams, each at its own moment within a span of time.</summary>
    public void Drain(TimeSpan over)
    {
        Volatile.Write(ref drainOver, Ticks(over));
        Tick();
    }

    /// <summary>Ends <see cref="Run"/>.</summary>
    public void Stop()
    {
        Volatile.Write(ref stopped, true);
        work.Set();
    }

    /// <summary>Serves its subscribers until it is stopped. Runs on a dedicated thread, so that pumps and thread-pool work never wait for each other.</summary>
    public void Run()
    {
        // Here, because a batch belongs to the thread that made it.
        using var batch = options.UseIoUring ? batches.TryCreate() : null;
        sender = new Sender(batch, options, metrics, time, logger);
        while (!Volatile.Read(ref stopped))
        {
            work.Wait();
            work.Reset();
            sender.BeginRound();
            if (Interlocked.Exchange(ref ticked, false))
                AdvanceTimers();
            // Whatever is queued from here on sets the event again, so that one round is what was queued at its start.
            for (var left = awake.Count; left > 0 && awake.TryDequeue(out var subscriber); left--)
            {
                subscriber.Dequeued();
                Serve(subscriber);
            }

            for (var left = signalled.Count; left > 0 && signalled.TryDequeue(out var group); left--)
                Serve(group);
            sender.EndRound();
        }
    }

    private void Serve(SubscriberGroup group)
    {
        group.Begin();
        // Iterate backwards: removing a subscriber moves the last one, already served, to its index.
        for (var i = group.Subscribers.Count - 1; i >= 0; i--)
        {
            var subscriber = group.Subscribers[i];
            if (!TryCollect(subscriber))
                Serve(subscriber);
            else if (sender.IsFull)
                Flush();
        }

        Flush();
    }

    private bool TryCollect(Subscriber subscriber)
    {
        try
        {
            return sender.TryCollect(subscriber);
        }
        catch (Exception exception)
        {
            Fail(subscriber, exception);
            return true;
        }
    }

    private void Flush()
    {
        foreach (var (subscriber, result, failure) in sender.Flush())
        {
            if (failure is null)
                TryApply(subscriber, result);
            else
                Fail(subscriber, failure);
        }
    }

    private void TryApply(Subscriber subscriber, AdvanceResult result)
    {
        try
        {
            Apply(subscriber, result);
        }
        catch (Exception exception)
        {
            Fail(subscriber, exception);
        }
    }

    private void Serve(Subscriber subscriber)
    {
        if (subscriber.HasEnded)
            return;
        try
        {
            if (subscriber.Group is null)
                Attach(subscriber);
            Apply(subscriber, sender.Advance(subscriber));
        }
        catch (Exception exception)
        {
            Fail(subscriber, exception);
        }
    }

    /// <summary>A fault with one subscriber must not end the loop that serves the others.</summary>
    private void Fail(Subscriber subscriber, Exception exception)
    {
        Log.SubscriberFailed(logger, exception, subscriber.Feed.EventId);
        subscriber.Output.Abort();
        End(subscriber, CloseReason.InternalError);
    }

    private void Apply(Subscriber subscriber, AdvanceResult result)
    {
        switch (result)
        {
            case AdvanceResult.More:
                subscriber.Wake();
                break;
            case AdvanceResult.Ended:
                End(subscriber, subscriber.Closing!.Value);
                break;
            case AdvanceResult.ConnectionFull when subscriber is { Closing: not null, Timers.CloseGraceSince: null }:
                subscriber.Timers.CloseGraceSince = sender.Now;
                wheel.Schedule(subscriber, sender.Now + Ticks(options.CloseGracePeriod));
                break;
        }
    }

    private void Attach(Subscriber subscriber)
    {
        if (!groups.TryGetValue(subscriber.Feed, out var group))
        {
            group = new SubscriberGroup(this, subscriber.Feed);
            groups.Add(subscriber.Feed, group);
            subscriber.Feed.AddGroup(group);
        }

        // From here on every append signals; what was appended earlier is found by the first look.
        subscriber.Group = group;
        group.Add(subscriber);
        Volatile.Write(ref count, count + 1);
        subscriber.Position.View = subscriber.Feed.AcquireView(subscriber.Filter, subscriber.Output.IsChunked);
        subscriber.Timers.LastSent = sender.Now;
        Reschedule(subscriber);
        if (draining)
            subscriber.Close(CloseReason.ServerDraining);
    }

    private void End(Subscriber subscriber, CloseReason reason)
    {
        TimingWheel.Remove(subscriber);
        if (subscriber.Group is { } group)
        {
            group.Remove(subscriber);
            Volatile.Write(ref count, count - 1);
            if (subscriber.Position.View is { } view)
                subscriber.Feed.ReleaseView(subscriber.Filter, view);
            if (group.IsEmpty)
            {
                groups.Remove(subscriber.Feed);
                subscriber.Feed.RemoveGroup(group);
            }
        }

        subscriber.End(reason);
    }

    private void AdvanceTimers()
    {
        if (Volatile.Read(ref drainOver) is >= 0 and var over && !draining)
        {
            draining = true;
            foreach (var subscriber in groups.Values.SelectMany(group => group.Subscribers))
            {
                var at = sender.Now + (long)(Random.Shared.NextDouble() * over);
                subscriber.Timers.DrainAt = at;
                wheel.Schedule(subscriber, at);
            }
        }

        wheel.Advance(sender.Now, OnTimer);
    }

    /// <summary>Handles a due timer: token expiry, drain, stall, close grace period or keep-alive.</summary>
    private void OnTimer(Subscriber subscriber)
    {
        var (now, timers) = (sender.Now, subscriber.Timers);
        if (timers.EndsAt <= now)
            subscriber.Close(CloseReason.TokenExpired);
        if (timers.DrainAt <= now)
            subscriber.Close(CloseReason.ServerDraining);
        if (timers.FullSince is { } since && !subscriber.Output.IsWritable())
        {
            if (timers.CloseGraceSince + Ticks(options.CloseGracePeriod) <= now)
            {
                // Read before the abort, after which the client looks like one that has gone by itself.
                var reason = subscriber.Closing!.Value;
                subscriber.Output.Abort();
                End(subscriber, reason);
                return;
            }

            if (since + Ticks(options.StallTimeout) <= now)
                CloseIfStalled(subscriber);
        }
        else if (timers.LastSent + Ticks(options.KeepAlive) <= now && subscriber.Closing is null && subscriber.Position.Pending.IsEmpty)
        {
            subscriber.Position.Pending = subscriber.Output.IsChunked ? ChunkedKeepAlive : KeepAlive;
            Serve(subscriber);
        }

        if (!subscriber.HasEnded)
            Reschedule(subscriber);
    }

    private void CloseIfStalled(Subscriber subscriber)
    {
        ref var timers = ref subscriber.Timers;
        var acknowledged = subscriber.Output.BytesAcknowledged;
        if (acknowledged is not null && acknowledged != timers.BytesAcknowledgedAtFull)
        {
            (timers.FullSince, timers.BytesAcknowledgedAtFull) = (sender.Now, acknowledged);
            return;
        }

        Log.Stalled(logger, subscriber.Feed.EventId, subscriber.Identity.UserId);
        subscriber.Close(CloseReason.Stalled);
    }

    private void Reschedule(Subscriber subscriber)
    {
        ref var timers = ref subscriber.Timers;
        var due = timers.FullSince + Ticks(options.StallTimeout) ?? timers.LastSent + Ticks(options.KeepAlive);
        // Its connection may become full before then.
        due = Math.Min(due, sender.Now + Ticks(options.StallTimeout));
        due = Math.Min(due, timers.EndsAt ?? due);
        due = Math.Min(due, timers.DrainAt ?? due);
        wheel.Schedule(subscriber, Math.Min(due, timers.CloseGraceSince + Ticks(options.CloseGracePeriod) ?? due));
    }

    private long Ticks(TimeSpan span) => (long)(span.Ticks * (Int128)time.TimestampFrequency / TimeSpan.TicksPerSecond);

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.StreamFailed, Level = LogLevel.Error, Message = "A stream of event {EventId} failed and was closed.")]
        public static partial void SubscriberFailed(ILogger logger, Exception exception, string eventId);

        [LoggerMessage(EventId = LogEventIds.StreamStalled, Level = LogLevel.Debug, Message = "Stream stalled: event {EventId}, user {UserId}.")]
        public static partial void Stalled(ILogger logger, string eventId, string? userId);
    }
}
