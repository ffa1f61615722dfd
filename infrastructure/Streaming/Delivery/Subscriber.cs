using System.Buffers;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Transports;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// The server's side of one stream: positions in shared logs, not a queue, so that its cost does not depend on how slow its client is.
/// Only its pump's thread touches it, except for <see cref="Wake"/>, <see cref="Close"/> and <see cref="Ended"/>.
/// </summary>
internal abstract class Subscriber(ReaderIdentity identity, Pump pump, IStreamOutput output)
{
    private const int NotClosing = -1;

    private readonly TaskCompletionSource<CloseReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action? onWritable;
    private int queued;
    private int closing = NotClosing;

    public ReaderIdentity Identity => identity;

    public IStreamOutput Output => output;

    /// <summary>What it follows, for the log.</summary>
    public abstract string Topic { get; }

    /// <summary>How many entries were sent, beside those of snapshots.</summary>
    public abstract long Entries { get; }

    /// <summary>Whether its pump serves it: it belongs to the groups of its feeds.</summary>
    public abstract bool IsAttached { get; }

    /// <summary>Written by the sender.</summary>
    public Unsent Unsent;

    /// <summary>Written by the pump's loop.</summary>
    public StreamTimers Timers;

    /// <summary>Written by the timing wheel.</summary>
    public TimingWheelNode WheelNode;

    /// <summary>What it follows, but for topics that were closed.</summary>
    public abstract IEnumerable<TopicFeed> Feeds { get; }

    /// <summary>Keeps its feeds in memory until <see cref="Release"/>. Called before its pump knows it.</summary>
    public abstract void Hold();

    /// <summary>Called after its end.</summary>
    public abstract void Release();

    /// <summary>Writes the events that report which of its topics were closed since the last time.</summary>
    public abstract void WriteClosedTopics(IBufferWriter<byte> output);

    /// <summary>Joins the groups of its feeds: from here on every append signals it.</summary>
    /// <param name="groupOf">Returns a feed's group.</param>
    public abstract void Attach(Func<TopicFeed, SubscriberGroup> groupOf);

    /// <summary>Leaves its groups.</summary>
    /// <param name="left">Is called with each.</param>
    public abstract void Detach(Action<SubscriberGroup> left);

    /// <summary>Completes when nothing will be written any more.</summary>
    public Task<CloseReason> Ended => ended.Task;

    public bool HasEnded => ended.Task.IsCompleted;

    /// <summary>Why the stream is being closed; null if it isn't.</summary>
    public CloseReason? Closing => Volatile.Read(ref closing) is not NotClosing and var reason ? (CloseReason)reason : null;

    /// <summary>
    /// Requests that the stream be closed. The first reason wins, except that a silent one (client gone, stalled) replaces one that would be
    /// sent.
    /// </summary>
    public void Close(CloseReason reason)
    {
        var earlier = Interlocked.CompareExchange(ref closing, (int)reason, NotClosing);
        if (earlier != NotClosing && reason.IsSilent() && !((CloseReason)earlier).IsSilent())
            Interlocked.CompareExchange(ref closing, (int)reason, earlier);
        Wake();
    }

    /// <summary>Queues the subscriber for its pump; costs nothing if it is queued already.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref queued, 1) == 0)
            pump.Enqueue(this);
    }

    /// <summary>The pump has taken the subscriber from its queue. Must come before its state is read, so that a later <see cref="Wake"/> counts.</summary>
    public void Dequeued() => Interlocked.Exchange(ref queued, 0);

    /// <summary>Wakes the subscriber once its connection can be written to again.</summary>
    public void WakeWhenWritable() => output.OnWritable(onWritable ??= Wake);

    /// <summary>Completes <see cref="Ended"/>.</summary>
    public void End(CloseReason reason) => ended.TrySetResult(reason);
}
