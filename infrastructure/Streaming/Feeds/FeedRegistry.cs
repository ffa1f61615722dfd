using System.Collections.Concurrent;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The feeds in memory: loaded from the log at first use, kept up to date by signals and by comparison with the log, evicted when idle.</summary>
public sealed class FeedRegistry : IFeedSignal
{
    private readonly ConcurrentDictionary<string, Slot> feeds = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gap = new(0);
    private readonly IFeedLog log;
    private readonly ITopicAccess access;
    private readonly FeedSynchronizer synchronizer;
    private readonly FeedPager pager;
    private readonly FeedOptions options;
    private readonly TimeProvider time;

    internal FeedRegistry(
        IFeedLog log, ITopicAccess access, FeedSynchronizer synchronizer, FeedPager pager, FeedMetrics metrics, IOptions<FeedOptions> options, TimeProvider time)
    {
        this.log = log;
        this.access = access;
        this.synchronizer = synchronizer;
        this.pager = pager;
        this.options = options.Value;
        this.time = time;
        metrics.Meter.CreateObservableGauge("livefeed.feeds.loaded", () => feeds.Count, "{feed}", "Feeds in memory.");
    }

    /// <summary>Returns a topic's feed; null if there is no such topic.</summary>
    // Step R2: finds or loads the topic's feed.
    public async Task<TopicFeed?> FindAsync(string topic, CancellationToken cancellationToken)
    {
        while (true)
        {
            var slot = feeds.GetOrAdd(topic, id => new Slot(this, id));
            try
            {
                var feed = await slot.Loading.WaitAsync(cancellationToken);
                if (feed is { AccessState.IsRemoved: false })
                {
                    feed.LastUsed = time.GetTimestamp();
                    return feed;
                }

                feeds.TryRemove(KeyValuePair.Create(topic, slot));
                if (feed is null)
                    return null;
            }
            catch when (slot.Loading.IsFaulted)
            {
                feeds.TryRemove(KeyValuePair.Create(topic, slot));
                throw;
            }
        }
    }

    void IFeedSignal.Appended(TopicEntries entries)
    {
        if (Loaded(entries.Topic) is not { } feed)
            return;
        if (feed.Epoch != entries.Epoch || !feed.Append(entries.Entries))
            gap.Release();
    }

    async Task IFeedSignal.AccessChangedAsync(string topic)
    {
        if (Loaded(topic) is { } feed)
            await synchronizer.RefreshAccessAsync(feed, CancellationToken.None);
    }

    /// <summary>Returns whether this feed still receives what is appended.</summary>
    internal bool IsLoaded(TopicFeed feed) => Loaded(feed.Topic) == feed;

    /// <summary>Waits until entries are known to be missing, or until a time has passed.</summary>
    internal Task WaitForGapAsync(TimeSpan atMost, CancellationToken cancellationToken) => gap.WaitAsync(atMost, cancellationToken);

    /// <summary>Evicts idle and removed feeds, and compares all others with the log.</summary>
    internal async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        Evict();
        await synchronizer.CatchUpAsync([.. feeds.Keys.Select(Loaded).OfType<TopicFeed>()], cancellationToken);
    }

    private TopicFeed? Loaded(string topic) => feeds.TryGetValue(topic, out var slot) ? slot.Feed : null;

    private void Evict()
    {
        foreach (var (topic, slot) in feeds)
        {
            if (slot.Feed is { } feed && (feed.AccessState.IsRemoved || (feed.Streams == 0 && time.GetElapsedTime(feed.LastUsed) >= options.IdleAfter)))
                feeds.TryRemove(KeyValuePair.Create(topic, slot));
        }
    }

    /// <summary>A feed from its first use on.</summary>
    private sealed class Slot(FeedRegistry registry, string topic)
    {
        private readonly Lock gate = new();
        private volatile TopicFeed? feed;
        private Task<TopicFeed?>? loading;

        /// <summary>The feed; null until it receives signals.</summary>
        public TopicFeed? Feed => feed;

        public Task<TopicFeed?> Loading
        {
            get
            {
                lock (gate)
                    return loading ??= LoadAsync();
            }
        }

        private async Task<TopicFeed?> LoadAsync()
        {
            await Task.Yield();
            // Read access before the head: if it changes in between, the version differs, and the comparison with the log reads it again.
            if (await registry.access.ReadAsync(topic, CancellationToken.None) is not { } access
                || await registry.log.LoadAsync(topic, CancellationToken.None) is not { } loaded)
                return null;
            feed = new TopicFeed(topic, access, loaded, registry.pager, registry.options, registry.time) { LastUsed = registry.time.GetTimestamp() };
            // A signal that came while the feed was being read found none.
            await registry.synchronizer.CatchUpAsync(feed, CancellationToken.None);
            return feed;
        }
    }
}
