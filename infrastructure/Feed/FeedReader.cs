using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// One connection's place in a feed: a cursor into the shared log, not a queue, so that its cost does not depend on how slow it is.
/// After <see cref="FeedHub.Attach"/> only its pump touches it, except for <see cref="Wake"/> and <see cref="Close"/>.
/// </summary>
internal sealed class FeedReader(EventFeed feed, ReaderFilter filter, ReaderIdentity identity, PipeWriter output, Action abort)
{
    private readonly TaskCompletionSource<CloseReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int queued;
    private int closing = -1;
    private Action? onFlushed;
    private Pump? pump;

    public EventFeed Feed => feed;

    public ReaderFilter Filter => filter;

    public ReaderIdentity Identity => identity;

    /// <summary>When the right to read ends, in UTC; null for never.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Ends when nothing will be written any more.</summary>
    public Task<CloseReason> Ended => ended.Task;

    /// <summary>The last sequence that was sent or passed over.</summary>
    internal long Position;

    /// <summary>What is left to send of the current frame.</summary>
    internal ReadOnlyMemory<byte> Pending { get; set; }

    /// <summary>Why the next thing to send is a snapshot in place of entries; see <see cref="NeedsSnapshot"/>.</summary>
    internal ResetReason? Reset { get; set; }

    internal bool NeedsSnapshot { get; set; }

    internal bool ByeSent { get; set; }

    internal bool IsFlushing { get; set; }

    internal ValueTaskAwaiter<FlushResult> Flush { get; set; }

    /// <summary>When something was last written, in the time provider's timestamps.</summary>
    internal long LastWrite { get; set; }

    /// <summary>When the streams' spread end at shutdown comes to this one, in the time provider's timestamps.</summary>
    internal long? DrainAt { get; set; }

    internal void AttachTo(Pump owner)
    {
        pump = owner;
        // Whatever woke it before it had a pump went nowhere.
        Volatile.Write(ref queued, 1);
        owner.Enqueue(this);
    }

    internal PipeWriter Output => output;

    internal CloseReason? Closing => Volatile.Read(ref closing) is >= 0 and var reason ? (CloseReason)reason : null;

    /// <summary>Asks for the end. The first reason stands, except that one which leaves nobody to tell goes before one that is told.</summary>
    public void Close(CloseReason reason)
    {
        var known = Interlocked.CompareExchange(ref closing, (int)reason, -1);
        if (known >= 0 && IsSilent(reason) && !IsSilent((CloseReason)known))
            Interlocked.CompareExchange(ref closing, (int)reason, known);
        Wake();
    }

    private static bool IsSilent(CloseReason reason) => reason is CloseReason.ClientGone or CloseReason.Stalled;

    /// <summary>Lets the pump look at this reader soon; costs nothing where it is about to anyway.</summary>
    internal void Wake()
    {
        if (Interlocked.Exchange(ref queued, 1) == 0)
            pump?.Enqueue(this);
    }

    internal void Dequeued() => Volatile.Write(ref queued, 0);

    internal void WakeWhenFlushed() => Flush.UnsafeOnCompleted(onFlushed ??= Wake);

    /// <summary>Cuts the connection of a client that doesn't read.</summary>
    internal void Abort() => abort();

    internal void End(CloseReason reason) => ended.TrySetResult(reason);
}
