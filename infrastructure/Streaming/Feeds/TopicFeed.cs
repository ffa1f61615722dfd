using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Signals;
using LiveFeed.Infrastructure.Streaming.Signals.Presence;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>One topic's feed in memory: its newest entries, its state and its subscribers.</summary>
public sealed class TopicFeed
{
    private readonly Lock gate = new();
    private readonly EntryLog log;
    private readonly LatestEntries latest;
    private readonly EarlyEntries early = new();
    private readonly SnapshotCache snapshots;
    private readonly ResponseCache responses;
    private readonly FeedViews views;
    private readonly FeedPager pager;
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedAccessState accessState;
    private int streams;
    private long head;
    private long blanked;
    private FeedEntry? newest;

    internal TopicFeed(string topic, FeedAccess access, LoadedFeed loaded, FeedPager pager, ISharedResponses shared, FeedOptions options, TimeProvider time)
    {
        this.pager = pager;
        Groups = new SubscriberGroups(gate);
        Topic = topic;
        Label = new JoinedLabel(Topics.PathOf(topic));
        Epoch = loaded.Epoch;
        accessState = new FeedAccessState(access, false, access.Archived && loaded.Sequence >= access.Sequence);
        latest = new LatestEntries(options.StateEntriesOf(topic));
        log = new EntryLog(options.MemoryEntriesOf(topic), loaded.Sequence - loaded.Recent.Count);
        views = new FeedViews(log, options);
        snapshots = new SnapshotCache(this, options.SnapshotCacheBytes, time);
        responses = new ResponseCache(this, options.ResponseCacheBytes, shared);
        foreach (var entry in loaded.Latest)
            latest.Add(entry);
        foreach (var entry in loaded.Recent)
            log.Append(entry);
        head = loaded.Sequence;
        Presence = FeedOptions.IsRoom(topic) ? new TopicPresence(topic, options, time) : null;
        newest = loaded.Recent.Count > 0 ? loaded.Recent[^1] : null;
    }

    public string Topic { get; }

    /// <summary>The path by which its readers name it.</summary>
    public string Path => Label.Path;

    /// <summary>Raised when who may read has changed, or the topic is gone. Whoever listens must not block.</summary>
    internal event Action? AccessChanged;

    /// <summary>Whom it signals.</summary>
    internal SubscriberGroups Groups { get; }

    /// <summary>Who is in the topic; null if that is nobody's business.</summary>
    internal TopicPresence? Presence { get; }

    /// <summary>What is signalled beside the entries.</summary>
    internal TopicSignals Signals { get; } = new();

    /// <summary>What names it where several topics are joined.</summary>
    internal JoinedLabel Label { get; }

    /// <summary>Stands for the topic in joined cursors.</summary>
    public string Tag => Label.Tag;

    /// <summary>The epoch of its log.</summary>
    public string Epoch { get; }

    /// <summary>Who may read the topic now.</summary>
    public FeedAccess Access => AccessState.Access;

    /// <summary>Whether the topic is archived, and everything that it will ever have is here.</summary>
    public bool IsOver => AccessState.IsOver;

    /// <summary>Whether it receives nothing any more: the topic was deleted, or another feed has replaced this one.</summary>
    public bool IsGone => AccessState.IsGone;

    /// <summary>Who may read the topic. Replaced as a whole when it changes.</summary>
    internal FeedAccessState AccessState => Volatile.Read(ref accessState);

    /// <summary>The sequence of the newest entry.</summary>
    public long Head => Volatile.Read(ref head);

    /// <summary>The position after the newest entry.</summary>
    public FeedCursor Cursor => Volatile.Read(ref newest) is { } entry ? new FeedCursor(Epoch, entry.Sequence, entry.Check) : new FeedCursor(Epoch, Head);

    /// <summary>How often texts were taken out of its entries.</summary>
    internal long Blanked => Volatile.Read(ref blanked);

    /// <summary>How many responses to reads are cached.</summary>
    internal int CachedResponses => responses.Count;

    /// <summary>How many of its streams are open. A feed without streams may be evicted from memory.</summary>
    internal int Streams => Volatile.Read(ref streams);

    /// <summary>When it was last requested, as a timestamp of the time provider.</summary>
    internal long LastUsed { get; set; }

    /// <summary>Appends entries after the head. Skips ones already present, and keeps those that come too early until the missing ones are here.</summary>
    /// <param name="entries">The entries, in order.</param>
    /// <param name="previousCheck">The check of the entry before the first one; null if it isn't known.</param>
    internal AppendResult Append(IReadOnlyList<FeedEntry> entries, string? previousCheck = null)
    {
        TaskCompletionSource? pulse = null;
        AppendResult result;
        lock (gate)
        {
            if (accessState.IsReplaced || (entries.Count > 0 && Contradicts(entries[0].Sequence - 1, previousCheck)) || entries.Any(entry => Contradicts(entry.Sequence, entry.Check)))
                return AppendResult.OtherHistory;
            foreach (var entry in entries)
            {
                if (entry.Sequence == log.Head + 1)
                    pulse = Add(entry);
                else if (entry.Sequence > log.Head)
                    early.Add(entry);
            }

            while (early.Take(log.Head + 1) is { } next)
                pulse = Add(next);
            result = early.IsEmpty ? AppendResult.Complete : AppendResult.Gap;
            if (pulse is not null)
            {
                SetAccessState(accessState);
                grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        pulse?.TrySetResult();
        if (pulse is not null)
            Groups.Signal();
        return result;
    }

    /// <summary>Called under the lock. Returns whom to tell that the feed has grown.</summary>
    private TaskCompletionSource Add(FeedEntry entry)
    {
        if (entry.BlanksEarlier)
        {
            Volatile.Write(ref blanked, blanked + 1);
            log.Blank(entry.Key!);
        }

        log.Append(entry);
        latest.Add(entry);
        // Before the views, from which pumps send without the lock: whoever reads after having got the entry gets no response from before it.
        Volatile.Write(ref newest, entry);
        Volatile.Write(ref head, entry.Sequence);
        views.Append(entry);
        return grown;
    }

    /// <summary>Changes who may read. Entries appended after this are sent only to those who may still read.</summary>
    internal void ChangeAccess(Func<FeedAccessState, FeedAccessState> change)
    {
        TaskCompletionSource? pulse = null;
        lock (gate)
        {
            SetAccessState(change(accessState));
            if (accessState.IsGone)
                pulse = grown;
        }

        pulse?.TrySetResult();
        AccessChanged?.Invoke();
        Groups.Signal();
    }

    /// <summary>Called under the lock. Access changes before the entries of the same commit arrive, the last entry of an archived topic among them.</summary>
    private void SetAccessState(FeedAccessState state)
    {
        var isOver = state.Access.Archived && log.Head >= state.Access.Sequence;
        Volatile.Write(ref accessState, state.IsOver == isOver ? state : state with { IsOver = isOver });
    }

    /// <summary>The topic is gone: all streams end.</summary>
    internal void MarkRemoved() => ChangeAccess(state => state with { IsRemoved = true });

    /// <summary>The log has taken another course than this feed: all streams go on with the feed that replaces it.</summary>
    internal void MarkReplaced() => ChangeAccess(state => state with { IsReplaced = true });

    /// <summary>Returns whether an entry of the log is another one than the feed has at its sequence. Entries without a check prove nothing.</summary>
    internal bool Contradicts(long sequence, string? check) => check is not null && FindEntry(sequence)?.Check is { } known && known != check;

    internal void StreamOpened() => Interlocked.Increment(ref streams);

    internal void StreamEnded() => Interlocked.Decrement(ref streams);

    /// <summary>Sends a signal to all who read the topic together with others, unless it is the one of before.</summary>
    /// <param name="type">The type of the signal, of which only the latest one counts.</param>
    /// <param name="members">Its JSON, after the opening brace and the topic.</param>
    internal void Signal(string type, byte[] members)
    {
        if (Signals.Set(type, members))
            Groups.Signal();
    }

    /// <summary>The reader is writing, and for a while from now on.</summary>
    public void Type(ReaderIdentity reader)
    {
        if (Presence is not null && Person.Of(reader) is { } person)
            Presence.Type(person);
    }

    /// <summary>Returns the view that subscribers with one filter share; null if the maximum number of views is in use.</summary>
    internal View? AcquireView(ReaderFilter filter, bool chunked)
    {
        lock (gate)
            return views.Acquire(filter, chunked);
    }

    internal void ReleaseView(ReaderFilter filter, View view)
    {
        lock (gate)
            views.Release(filter, view);
    }

    /// <summary>
    /// Returns the next entries after a position that match the filter, framed: at most a number of bytes, but at least one entry. Returns
    /// null if there are none. Advances the position past the entries that it examined.
    /// </summary>
    internal byte[]? ReadNext(ref long position, ReaderFilter filter, bool chunked, int maxBytes, out int count, out bool fellBehind)
    {
        var found = new List<FeedEntry>();
        var length = CollectNext(ref position, filter, chunked, 0, maxBytes, found, out fellBehind);
        count = found.Count;
        if (count == 0)
            return null;
        var bytes = new byte[length];
        var at = 0;
        foreach (var entry in found)
            at += ChunkFraming.Write(entry.Frame, bytes.AsSpan(at), chunked);
        return bytes;
    }

    /// <inheritdoc cref="EntryLog.CollectNext"/>
    internal int CollectNext(ref long position, ReaderFilter filter, bool chunked, int extra, int maxBytes, List<FeedEntry> into, out bool fellBehind)
    {
        lock (gate)
            return log.CollectNext(ref position, filter, chunked, extra, maxBytes, into, out fellBehind);
    }

    /// <inheritdoc cref="EntryLog.Collect"/>
    internal long Collect(long position, ReaderFilter filter, int limit, List<FeedEntry> into)
    {
        lock (gate)
            return log.Collect(position, filter, limit, into);
    }

    /// <summary>Returns the entry at a sequence if it is in memory.</summary>
    internal FeedEntry? FindEntry(long sequence)
    {
        lock (gate)
            return sequence > log.Start && sequence <= log.Head ? log[sequence] : null;
    }

    /// <summary>Returns whether everything after the position is in memory.</summary>
    internal bool HasAllAfter(long position)
    {
        lock (gate)
            return position >= log.Start;
    }

    /// <summary>
    /// Returns a response to a read of the topic. Everything that it shows changes only with an entry of the feed, so that it is cached until
    /// the feed grows.
    /// </summary>
    /// <param name="key">The cache key.</param>
    /// <param name="build">Builds the response. It runs once per key and sequence, however many callers wait for it, and must not depend on the caller.</param>
    /// <param name="cancellationToken">Cancels the wait, not the build, which others may wait for.</param>
    public Task<CachedResponse> GetResponseAsync(string key, Func<Task<ResponseContent>> build, CancellationToken cancellationToken) =>
        responses.GetOrCreateAsync(key, build, cancellationToken);

    /// <summary>Returns a value that is made of the whole feed for all readers, one of each type, and cached until the feed grows.</summary>
    public Task<CachedValue<T>> GetValueAsync<T>(Func<Task<T>> build, CancellationToken cancellationToken)
        where T : class => responses.GetOrCreateValueAsync(build, cancellationToken);

    /// <summary>Returns the entries after a cursor; the snapshot if there is no cursor or it can't be served.</summary>
    public Task<FeedPage> PageAsync(string? after, ReaderFilter filter, int limit, CancellationToken cancellationToken) =>
        pager.ReadAsync(this, after, filter, limit, cancellationToken);

    /// <summary>Returns the topic's state for a filter, encoded. It is built at most once per sequence for the filters that are cached.</summary>
    internal FeedSnapshot Snapshot(ReaderFilter filter) => snapshots.Get(filter);

    internal FeedState CopyState()
    {
        FeedState copy;
        lock (gate)
            copy = new FeedState(log.Head, FindEntry(log.Head)?.Check, latest.Copy());
        Array.Sort(copy.Entries, static (one, other) => one.Sequence.CompareTo(other.Sequence));
        return copy;
    }

    /// <summary>Completes when the feed has entries after a position, or is gone.</summary>
    public Task WaitForEntriesAfterAsync(long position, CancellationToken cancellationToken)
    {
        lock (gate)
            return log.Head > position ? Task.CompletedTask : grown.Task.WaitAsync(cancellationToken);
    }
}
