using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>The feeds in use in this process, and the pumps that serve their subscribers.</summary>
internal sealed partial class FeedHub : IFeedHub, IFeedSignal
{
    private readonly ConcurrentDictionary<string, Slot> feeds = new(StringComparer.Ordinal);
    private readonly FeedLog log;
    private readonly HistoryPages pages;
    private readonly FeedPager pager;
    private readonly FeedMetrics metrics;
    private readonly FeedOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<FeedHub> logger;
    private readonly Pump[] pumps;
    private readonly SemaphoreSlim gap = new(0);
    private int nextPump;
    private int draining;

    public FeedHub(FeedLog log, FeedMetrics metrics, ISendBatchFactory batches, IOptions<FeedOptions> options, TimeProvider time, ILoggerFactory loggers)
    {
        (this.log, this.metrics, this.options, this.time) = (log, metrics, options.Value, time);
        logger = loggers.CreateLogger<FeedHub>();
        pages = new HistoryPages(log, this.options, time);
        pager = new FeedPager(pages, this.options, CatchUpAsync);
        var count = this.options.Pumps ?? Environment.ProcessorCount;
        pumps = [.. Enumerable.Range(0, count).Select(_ => new Pump(this.options, metrics, batches, time, loggers.CreateLogger<Pump>()))];
        metrics.Meter.CreateObservableGauge("livefeed.streams.open", () => Streams, "{stream}", "Streams that are open now.");
        metrics.Meter.CreateObservableGauge("livefeed.feeds.loaded", () => feeds.Count, "{feed}", "Feeds in memory.");
    }

    /// <summary>How many streams are open.</summary>
    public int Streams => pumps.Sum(pump => pump.Count);

    /// <summary>Whether this instance is shutting down and accepts no new streams.</summary>
    public bool IsDraining => Volatile.Read(ref draining) == 1;

    internal IReadOnlyList<Pump> Pumps => pumps;

    /// <summary>Returns an event's feed, loaded at its first use; null if there is no such event.</summary>
    public async Task<IEventFeed?> FindAsync(string eventId, CancellationToken cancellationToken)
    {
        var slot = feeds.GetOrAdd(eventId, id => new Slot(this, id));
        try
        {
            var feed = await slot.Loading.WaitAsync(cancellationToken);
            if (feed is not null)
                feed.LastUsed = time.GetTimestamp();
            else
                feeds.TryRemove(KeyValuePair.Create(eventId, slot));
            return feed;
        }
        catch when (slot.Loading.IsFaulted)
        {
            feeds.TryRemove(KeyValuePair.Create(eventId, slot));
            throw;
        }
    }

    public async Task<IFeedStream?> OpenAsync(StreamRequest request, PipeWriter output, Action abort, CancellationToken clientGone)
    {
        var stream = new FeedStream(this, request);
        if (await pager.SendHistoryAsync(stream, output, abort, time, clientGone) is not { } reason)
            return stream;
        metrics.Closed(reason);
        return null;
    }

    internal async Task<CloseReason> RunAsync(FeedStream stream, IStreamOutput output, CancellationToken clientGone)
    {
        var request = stream.Request;
        var feed = (EventFeed)request.Feed;
        var pump = pumps[(uint)Interlocked.Increment(ref nextPump) % (uint)pumps.Length];
        var reader = new Subscriber(request, pump, output)
        {
            Position = stream.Position,
            NeedsSnapshot = stream.NeedsSnapshot,
            Reset = stream.Reset,
            EndsAt = request.EndsAt is { } end ? time.GetTimestamp() + (long)((end - time.GetUtcNow()).TotalSeconds * time.TimestampFrequency) : null,
        };
        feed.StreamOpened();
        try
        {
            // A feed without streams may have been evicted from memory in the meantime. It would get no more entries.
            if (Loaded(feed.EventId) != feed && !feed.AccessState.IsRemoved)
                reader.Close(CloseReason.InternalError);
            // Send a goodbye instead of rejecting: after any status but 200 a browser's EventSource gives up for good.
            if (IsDraining)
                reader.Close(CloseReason.ServerDraining);
            await using var gone = clientGone.UnsafeRegister(static reader => ((Subscriber)reader!).Close(CloseReason.ClientGone), reader);
            reader.Wake();
            var reason = await reader.Ended;
            metrics.Closed(reason);
            return reason;
        }
        finally
        {
            feed.StreamEnded();
        }
    }

    void IFeedSignal.Appended(EventEntries entries)
    {
        if (Loaded(entries.EventId) is not { } feed)
            return;
        if (feed.Epoch != entries.Epoch || !feed.Append(entries.Entries))
            gap.Release();
    }

    async Task IFeedSignal.AccessChangedAsync(string eventId)
    {
        if (Loaded(eventId) is { } feed)
            await RefreshAccessAsync(feed, CancellationToken.None);
    }

    /// <summary>Closes all streams, spread out so that not all clients reconnect to the next instance at once.</summary>
    public void BeginDrain()
    {
        if (Interlocked.Exchange(ref draining, 1) == 1)
            return;
        var streams = Streams;
        Log.Draining(logger, streams);
        // A few streams need little spreading: two milliseconds each, up to the configured spread.
        var spread = TimeSpan.FromSeconds(Math.Min(options.DrainSpread.TotalSeconds, streams * 0.002));
        foreach (var pump in pumps)
            pump.Drain(spread);
    }

    /// <summary>Completes when the tail check should run at once, or after the given time.</summary>
    internal Task<bool> WaitForGapAsync(TimeSpan atMost, CancellationToken cancellationToken) => gap.WaitAsync(atMost, cancellationToken);

    /// <summary>Compares every feed in use with the log: one cheap query that makes up for lost signals.</summary>
    internal async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        Evict();
        pages.Trim();
        var used = feeds.Keys.Select(Loaded).OfType<EventFeed>().ToList();
        if (used.Count == 0)
            return;
        var heads = await log.HeadsAsync([.. used.Select(feed => feed.EventId)], cancellationToken);
        foreach (var feed in used)
        {
            if (!heads.TryGetValue(feed.EventId, out var head) || head.Epoch != feed.Epoch)
                Remove(feed);
            else
                await CatchUpAsync(feed, head, cancellationToken);
        }
    }

    /// <summary>Brings one feed up to date with its log now.</summary>
    internal async Task CatchUpAsync(EventFeed feed, CancellationToken cancellationToken)
    {
        var heads = await log.HeadsAsync([feed.EventId], cancellationToken);
        if (heads.TryGetValue(feed.EventId, out var head) && head.Epoch == feed.Epoch)
            await CatchUpAsync(feed, head, cancellationToken);
    }

    private async Task CatchUpAsync(EventFeed feed, FeedHead head, CancellationToken cancellationToken)
    {
        if (head.AccessVersion != feed.Access.Version)
            await RefreshAccessAsync(feed, cancellationToken);
        if (feed.Head >= head.Sequence)
            return;
        metrics.GapHealed();
        while (feed.Head < head.Sequence)
        {
            var entries = await log.ReadAsync(feed.EventId, feed.Epoch, feed.Head, cancellationToken);
            if (entries.Count == 0)
                return;
            feed.Append(entries);
        }
    }

    private async Task RefreshAccessAsync(EventFeed feed, CancellationToken cancellationToken)
    {
        if (await log.ReadAccessAsync(feed.EventId, cancellationToken) is not { } access)
        {
            Remove(feed);
            return;
        }

        feed.ChangeAccess(rights => access.Version >= rights.Access.Version ? rights with { Access = access } : rights);
    }

    private EventFeed? Loaded(string eventId) => feeds.TryGetValue(eventId, out var slot) ? slot.Feed : null;

    private void Remove(EventFeed feed)
    {
        feeds.TryRemove(feed.EventId, out _);
        feed.ChangeAccess(rights => rights with { IsRemoved = true });
    }

    private void Evict()
    {
        foreach (var feed in feeds.Keys.Select(Loaded).OfType<EventFeed>())
        {
            if (feed.Streams == 0 && time.GetElapsedTime(feed.LastUsed) >= options.IdleAfter)
                feeds.TryRemove(feed.EventId, out _);
        }
    }

    /// <summary>Holds a feed in the hub, from its first use on.</summary>
    private sealed class Slot(FeedHub hub, string eventId)
    {
        private readonly Lock gate = new();
        private volatile EventFeed? feed;
        private Task<EventFeed?>? loading;

        /// <summary>The feed, as soon as it accepts signals.</summary>
        public EventFeed? Feed => feed;

        public Task<EventFeed?> Loading
        {
            get
            {
                lock (gate)
                    return loading ??= LoadAsync();
            }
        }

        private async Task<EventFeed?> LoadAsync()
        {
            await Task.Yield();
            if (await hub.log.LoadAsync(eventId, CancellationToken.None) is not { } loaded)
                return null;
            feed = new EventFeed(eventId, loaded, hub.pager, hub.options, hub.time) { LastUsed = hub.time.GetTimestamp() };
            // Signals that came while the feed was being loaded did not find it. Catch up with what they announced.
            await hub.CatchUpAsync(feed, CancellationToken.None);
            return feed;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "Draining: {Streams} streams are being closed.")]
        public static partial void Draining(ILogger logger, int streams);
    }
}
