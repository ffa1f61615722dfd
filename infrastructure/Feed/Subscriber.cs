namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// The server's side of one stream: a cursor into the shared log, not a queue, so that its cost does not depend on how slow the client is.
/// Only its pump touches it, except for <see cref="Wake"/> and <see cref="Close"/>.
/// </summary>
internal sealed class Subscriber(StreamRequest request, Pump pump, IStreamOutput output)
{
    private readonly TaskCompletionSource<CloseReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EventFeed feed = (EventFeed)request.Feed;
    private readonly ReaderFilter filter = request.Filter;
    private readonly ReaderIdentity identity = request.Identity;
    private Action? onWritable;
    private int queued;
    private int closing = -1;

    public EventFeed Feed => feed;

    public ReaderFilter Filter => filter;

    public ReaderIdentity Identity => identity;

    public IStreamOutput Output => output;

    /// <summary>Completes when nothing more will be written.</summary>
    public Task<CloseReason> Ended => ended.Task;

    public bool HasEnded => ended.Task.IsCompleted;

    public CloseReason? Closing => Volatile.Read(ref closing) is >= 0 and var reason ? (CloseReason)reason : null;

    /// <summary>The group of subscribers that it belongs to; null until its pump has added it.</summary>
    public SubscriberGroup? Group { get; set; }

    public int Index { get; set; }

    /// <summary>The last sequence that was sent or skipped.</summary>
    public long Position;

    /// <summary>The view that it shares, and its position there. Without a view it is served from the log.</summary>
    public View? View { get; set; }

    public ViewPosition? ViewPosition { get; set; }

    /// <summary>The access state that last allowed it to read.</summary>
    public FeedAccessState? LastCheckedAccess { get; set; }

    /// <summary>The bytes that are ready and not yet sent.</summary>
    public ReadOnlyMemory<byte> Pending { get; set; }

    public bool NeedsSnapshot { get; set; }

    /// <summary>The reason of the reset, if the snapshot replaces entries; null otherwise.</summary>
    public ResetReason? Reset { get; set; }

    public bool GoodbyeQueued { get; set; }

    /// <summary>When something was last sent. This and all other times here are timestamps of the time provider.</summary>
    public long LastSent { get; set; }

    /// <summary>Since when its connection has been full, and how much the client had acknowledged then.</summary>
    public long? FullSince { get; set; }

    public long? BytesAcknowledgedAtFull { get; set; }

    /// <summary>When closing started while the connection was not writable; null if it did not.</summary>
    public long? CloseGraceSince { get; set; }

    /// <summary>When its access ends; null if never.</summary>
    public long? EndsAt { get; set; }

    /// <summary>When the drain at shutdown closes this stream.</summary>
    public long? DrainAt { get; set; }

    /// <summary>Its slot in the <see cref="TimingWheel"/>, which alone uses it.</summary>
    public List<Subscriber>? Slot { get; set; }

    public int SlotIndex { get; set; }

    /// <summary>
    /// Requests that the stream be closed. The first reason wins, except that a silent one (client gone, stalled) replaces one that would
    /// be sent.
    /// </summary>
    public void Close(CloseReason reason)
    {
        var known = Interlocked.CompareExchange(ref closing, (int)reason, -1);
        if (known >= 0 && reason.IsSilent() && !((CloseReason)known).IsSilent())
            Interlocked.CompareExchange(ref closing, (int)reason, known);
        Wake();
    }

    /// <summary>Queues this subscriber for its pump. Costs nothing if it is queued already.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref queued, 1) == 0)
            pump.Enqueue(this);
    }

    public void Dequeued() => Interlocked.Exchange(ref queued, 0);

    /// <summary>Sets it aside until its connection is writable again.</summary>
    public void SetAside(long now)
    {
        if (FullSince is null)
            (FullSince, BytesAcknowledgedAtFull) = (now, output.BytesAcknowledged);
        output.OnWritable(onWritable ??= Wake);
    }

    public void End(CloseReason reason) => ended.TrySetResult(reason);
}
