namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// One connection's place in a feed: a cursor into the shared log, not a queue, so that its cost does not depend on how slow it is.
/// Only its pump touches it, except for <see cref="Wake"/> and <see cref="Close"/>.
/// </summary>
internal sealed class FeedReader(StreamRequest request, Pump pump, IStreamOutput output)
{
    private readonly TaskCompletionSource<CloseReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EventFeed feed = (EventFeed)request.Feed;
    private readonly ReaderFilter filter = request.Filter;
    private readonly ReaderIdentity identity = request.Identity;
    private Action? onDrained;
    private int queued;
    private int closing = -1;

    public EventFeed Feed => feed;

    public ReaderFilter Filter => filter;

    public ReaderIdentity Identity => identity;

    public IStreamOutput Output => output;

    /// <summary>Ends when nothing will be written any more.</summary>
    public Task<CloseReason> Ended => ended.Task;

    public bool HasEnded => ended.Task.IsCompleted;

    public CloseReason? Closing => Volatile.Read(ref closing) is >= 0 and var reason ? (CloseReason)reason : null;

    /// <summary>Where it stands among its pump's readers of the feed; null before it is one of them.</summary>
    public Readership? Readership { get; set; }

    public int Index { get; set; }

    /// <summary>The last sequence that was sent or passed over.</summary>
    public long Position;

    /// <summary>The view that it shares, and its place there; without one it is served from the log.</summary>
    public View? View { get; set; }

    public Place? Place { get; set; }

    /// <summary>The rights that were last found to let it read.</summary>
    public Rights? Checked { get; set; }

    /// <summary>What is left to send of what was begun.</summary>
    public ReadOnlyMemory<byte> Pending { get; set; }

    public bool NeedsSnapshot { get; set; }

    /// <summary>Why the snapshot it needs stands in place of entries; null for none.</summary>
    public ResetReason? Reset { get; set; }

    public bool ByeSent { get; set; }

    /// <summary>When something was last sent. This and all other times here are the time provider's timestamps.</summary>
    public long LastSent { get; set; }

    /// <summary>Since when its connection has been full, and how much the client had taken then.</summary>
    public long? FullSince { get; set; }

    public long? TakenThen { get; set; }

    /// <summary>When its end was first seen while its connection was full.</summary>
    public long? FarewellSince { get; set; }

    /// <summary>When the right to read ends; null for never.</summary>
    public long? EndsAt { get; set; }

    /// <summary>When the streams' spread end at shutdown comes to this one.</summary>
    public long? DrainAt { get; set; }

    /// <summary>The tick at which the clock looks at it; see <see cref="Wheel"/>.</summary>
    public long Tick { get; set; }

    /// <summary>Asks for the end. The first reason stands, except that one which leaves nobody to tell goes before one that is told.</summary>
    public void Close(CloseReason reason)
    {
        var known = Interlocked.CompareExchange(ref closing, (int)reason, -1);
        if (known >= 0 && reason.IsSilent() && !((CloseReason)known).IsSilent())
            Interlocked.CompareExchange(ref closing, (int)reason, known);
        Wake();
    }

    /// <summary>Lets the pump look at this reader soon; costs nothing where it is about to anyway.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref queued, 1) == 0)
            pump.Enqueue(this);
    }

    public void Dequeued() => Interlocked.Exchange(ref queued, 0);

    /// <summary>Sets it aside until its connection takes more.</summary>
    public void SetAside(long now)
    {
        if (FullSince is null)
            (FullSince, TakenThen) = (now, output.Taken);
        output.WhenDrained(onDrained ??= Wake);
    }

    public void End(CloseReason reason) => ended.TrySetResult(reason);
}
