using System.Collections.Concurrent;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// A thread that sends to many subscribers and waits for none of them. A subscriber whose connection is full is left alone until it is
/// writable again; what it misses stays in the shared log, and is sent in few large writes. When a feed grows, its groups are signalled,
/// and not each subscriber. Any thread may use this class; <see cref="PumpLoop"/> is its own thread's.
/// </summary>
internal sealed class Pump(FeedOptions options, FeedMetrics metrics, ISendBatchFactory batches, TimeProvider time, ILogger<Pump> logger)
{
    private const long NoDrain = -1;

    private readonly ConcurrentQueue<Subscriber> awake = new();
    private readonly ConcurrentQueue<SubscriberGroup> signalled = new();
    private readonly ManualResetEventSlim work = new(false, spinCount: 0);
    private volatile PumpLoop? loop;
    private long drainOver = NoDrain;
    private bool ticked;
    private bool stopped;

    /// <summary>The number of its subscribers.</summary>
    public int Count => loop?.Count ?? 0;

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
        Volatile.Write(ref drainOver, (long)(over.Ticks * (Int128)time.TimestampFrequency / TimeSpan.TicksPerSecond));
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
        var sender = new Sender(batch, options, metrics, time, logger);
        var own = new PumpLoop(this, sender, options, time, logger);
        loop = own;
        while (!Volatile.Read(ref stopped))
        {
            // No pool thread waits here: this one is the pump's own.
            work.Wait();
            work.Reset();
            sender.BeginRound();
            if (Interlocked.Exchange(ref ticked, false))
            {
                if (Volatile.Read(ref drainOver) is not NoDrain and var over)
                    own.Drain(over);
                own.AdvanceTimers();
            }

            // Whatever is queued from here on sets the event again, so that one round is what was queued at its start.
            for (var left = awake.Count; left > 0 && awake.TryDequeue(out var subscriber); left--)
            {
                subscriber.Dequeued();
                own.Serve(subscriber);
            }

            for (var left = signalled.Count; left > 0 && signalled.TryDequeue(out var group); left--)
                own.Serve(group);
            sender.EndRound();
        }
    }
}
