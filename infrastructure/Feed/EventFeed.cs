namespace LiveFeed.Infrastructure.Feed;

/// <summary>One event's feed in memory: its last entries, its state, and who reads it.</summary>
internal sealed class EventFeed : IEventFeed
{
    private readonly Lock gate = new();
    private readonly EntryLog log;
    private readonly Dictionary<string, FeedEntry> state = new(StringComparer.Ordinal);
    private readonly SnapshotCache snapshots;
    private readonly ReadCache reads;
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long head;

    private readonly FeedPager pager;

    public EventFeed(string eventId, LoadedFeed loaded, int memoryEntries, FeedPager pager, TimeProvider time)
    {
        this.pager = pager;
        (EventId, Epoch, Access) = (eventId, loaded.Epoch, loaded.Access);
        log = new EntryLog(memoryEntries, loaded.Sequence - loaded.Recent.Count);
        snapshots = new SnapshotCache(this, time);
        reads = new ReadCache(this);
        foreach (var entry in loaded.Latest)
            state[entry.Key!] = entry;
        foreach (var entry in loaded.Recent)
            log.Append(entry);
        head = loaded.Sequence;
    }

    public string EventId { get; }

    public string Epoch { get; }

    /// <summary>Who may read the event; replaced as a whole when it changes.</summary>
    public FeedAccess Access { get; internal set; }


    /// <summary>The sequence of the newest entry.</summary>
    public long Head => Volatile.Read(ref head);

    public FeedCursor Cursor => new(Epoch, Head);

    internal ReaderSet Readers { get; } = new();

    /// <summary>When it was last asked for, in the time provider's timestamps.</summary>
    internal long LastUsed { get; set; }

    /// <summary>Takes what follows, drops what it has; tells false where something in between is missing.</summary>
    internal bool Append(IReadOnlyList<FeedEntry> entries)
    {
        TaskCompletionSource? pulse = null;
        var contiguous = true;
        lock (gate)
        {
            foreach (var entry in entries)
            {
                if (entry.Sequence <= log.Head)
                    continue;
                if (entry.Sequence > log.Head + 1)
                {
                    contiguous = false;
                    break;
                }

                log.Append(entry);
                Remember(entry);
                pulse ??= grown;
            }

            if (pulse is not null)
            {
                Volatile.Write(ref head, log.Head);
                grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        pulse?.TrySetResult();
        if (pulse is not null)
            Readers.WakeAll();
        return contiguous;
    }

    private void Remember(FeedEntry entry)
    {
        if (entry.Key is null)
            return;
        if (entry.Removed)
            state.Remove(entry.Key);
        else
            state[entry.Key] = entry;
    }

    /// <summary>
    /// The next entry after a position that the filter lets pass. Moves the position over what it doesn't, and tells
    /// <see cref="NextEntry.FellBehind"/> where the memory doesn't reach back so far.
    /// </summary>
    internal NextEntry Next(ref long position, ReaderFilter filter, out FeedEntry? entry)
    {
        entry = null;
        if (position == Head)
            return NextEntry.None;
        lock (gate)
        {
            if (position < log.Start)
                return NextEntry.FellBehind;
            while (position < log.Head)
            {
                var candidate = log[++position];
                if (!filter.Lets(candidate.Type, candidate.Facets))
                    continue;
                entry = candidate;
                return NextEntry.Found;
            }

            return NextEntry.None;
        }
    }

    /// <summary>Whether everything after the position is in memory.</summary>
    internal bool Holds(long position)
    {
        lock (gate)
            return position >= log.Start;
    }

    public Task<CachedRead> ReadAsync(string question, Func<Task<Answer>> build, CancellationToken cancellationToken) =>
        reads.GetAsync(question, build, cancellationToken);

    public Task<FeedPage> PageAsync(string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken) =>
        pager.ReadAsync(this, after, filter, limit, cancellationToken);

    /// <summary>The event's state for a filter, encoded; built at most once per sequence.</summary>
    public Snapshot Snapshot(ReaderFilter filter) => snapshots.Get(filter);

    internal (long Sequence, List<FeedEntry> Entries) CopyState(ReaderFilter filter)
    {
        lock (gate)
            return (log.Head, [.. state.Values.Where(entry => filter.Lets(entry.Type, entry.Facets)).OrderBy(entry => entry.Sequence)]);
    }

    /// <summary>Ends when the feed has grown beyond a position.</summary>
    public Task GrownBeyond(long position, CancellationToken cancellationToken)
    {
        lock (gate)
            return log.Head > position ? Task.CompletedTask : grown.Task.WaitAsync(cancellationToken);
    }
}

internal enum NextEntry
{
    None,
    Found,
    FellBehind,
}
