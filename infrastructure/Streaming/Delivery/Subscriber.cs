using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Transports;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>
/// The server's side of one stream: a position in the shared log, not a queue, so that its cost does not depend on how slow its client is.
/// Only its pump's thread touches it, except for <see cref="Wake"/>, <see cref="Close"/> and <see cref="Ended"/>.
/// </summary>
internal sealed class Subscriber(StreamRequest request, Pump pump, IStreamOutput output)
{
    private const int NotClosing = -1;

    private readonly TaskCompletionSource<CloseReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TopicFeed feed = request.Feed;
    private readonly ReaderFilter filter = request.Filter;
    private readonly ReaderIdentity identity = request.Identity;
    private Action? onWritable;
    private int queued;
    private int closing = NotClosing;

    public TopicFeed Feed => feed;

    public ReaderFilter Filter => filter;

    public ReaderIdentity Identity => identity;

    public IStreamOutput Output => output;

    /// <summary>Written by the sender.</summary>
    public StreamPosition Position;

    /// <summary>Written by the pump's loop.</summary>
    public StreamTimers Timers;

    /// <summary>Written by the timing wheel.</summary>
    public TimingWheelNode WheelNode;

    /// <summary>The group it belongs to; null before the pump has attached it.</summary>
    public SubscriberGroup? Group { get; set; }

    /// <summary>Its index in the group.</summary>
    public int GroupIndex { get; set; }

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
