using System.Collections.Concurrent;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>The feeds in memory: loaded from the log at first use, kept up to date by signals and by comparison with the log, evicted when idle.</summary>
public sealed class FeedRegistry
{
    private readonly ConcurrentDictionary<string, Slot> feeds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TopicFeed, bool> behind = new();
    private readonly SemaphoreSlim attention = new(0);
    private readonly IFeedLog log;
    private readonly ITopicAccess access;
    private readonly FeedSynchronizer synchronizer;
    private readonly ISignalRelay relay;
    private readonly FeedPager pager;
    private readonly ISharedResponses responses;
    private readonly FeedOptions options;
    private readonly TimeProvider time;

    internal FeedRegistry(
        IFeedLog log, ITopicAccess access, FeedSynchronizer synchronizer, ISignalRelay relay, FeedPager pager, ISharedResponses responses, FeedMetrics metrics,
        IOptions<FeedOptions> options, TimeProvider time)
    {
        this.log = log;
        this.access = access;
        this.synchronizer = synchronizer;
        this.relay = relay;
        this.pager = pager;
        this.responses = responses;
        this.options = options.Value;
        this.time = time;
        metrics.Meter.CreateObservableGauge("livefeed.feeds.loaded", () => feeds.Count, "{feed}", "Feeds in memory.");
    }

    /// <summary>Returns a topic's feed; null if there is no such topic, or it has no feed yet.</summary>
    // Step R2: finds or loads the topic's feed.
    public async Task<TopicFeed?> FindAsync(string topic, CancellationToken cancellationToken)
    {
        while (true)
        {
            var slot = feeds.GetOrAdd(topic, id => new Slot(this, id));
            try
            {
                var feed = await slot.Loading.WaitAsync(cancellationToken);
                if (feed is { IsGone: false })
                {
                    feed.LastUsed = time.GetTimestamp();
                    return feed;
                }

                Remove(topic, slot);
                if (feed is null)
                    return null;
            }
            catch when (slot.Loading.IsFaulted)
            {
                Remove(topic, slot);
                throw;
            }
        }
    }

    /// <summary>Returns who may read a topic now, from where it is stored; null if there is no such topic. Says nothing about whether it has a feed yet.</summary>
    public Task<FeedAccess?> ReadAccessAsync(string topic, CancellationToken cancellationToken) => access.ReadAsync(topic, cancellationToken);

    /// <summary>Applies what a transaction of this or another instance has committed.</summary>
    internal async Task ApplyAsync(TopicCommit commit)
    {
        if (Loaded(commit.Topic) is not { } feed)
            return;
        if (feed.Epoch != commit.Epoch)
        {
            NeedsAttention(feed);
            return;
        }

        // Access first: what is committed together with a restriction reaches only those who may still read.
        if (commit.AccessVersion > feed.Access.Version)
            await RefreshAccessAsync(feed);
        var result = feed.Append(commit.Entries, commit.PreviousCheck);
        if (result == AppendResult.OtherHistory)
            feed.MarkReplaced();
        else if (result == AppendResult.Gap || feed.Head < commit.Sequence)
            NeedsAttention(feed);
    }

    private async Task RefreshAccessAsync(TopicFeed feed)
    {
        try
        {
            await synchronizer.RefreshAccessAsync(feed, CancellationToken.None);
        }
        catch
        {
            // Its entries come from the log, once that responds.
            NeedsAttention(feed);
            throw;
        }
    }

    /// <summary>Notes what another instance knows of a topic's log.</summary>
    internal void Compare(string topic, LogHead head)
    {
        if (Loaded(topic) is { } feed
            && (head.Epoch != feed.Epoch || head.Sequence > feed.Head || head.AccessVersion > feed.Access.Version || feed.Contradicts(head.Sequence, head.Check)))
            NeedsAttention(feed);
    }

    /// <summary>Has a topic compared with the log soon: what a signal tells of it is not known.</summary>
    private void Missed(string topic)
    {
        if (Loaded(topic) is { } feed)
            NeedsAttention(feed);
    }

    /// <summary>Has all feeds compared with the log soon: signals may have been lost, or the log may be another one.</summary>
    internal void CompareAll()
    {
        foreach (var feed in LoadedFeeds())
            behind.TryAdd(feed, true);
        attention.Release();
    }

    /// <summary>Returns a topic's feed if it is in memory.</summary>
    internal TopicFeed? FindLoaded(string topic) => Loaded(topic);

    /// <summary>Returns the feeds in memory that show who is there.</summary>
    internal IEnumerable<TopicFeed> WithPresence() => LoadedFeeds().Where(feed => feed.Presence is not null);

    /// <summary>Returns whether this feed still receives what is appended.</summary>
    internal bool IsLoaded(TopicFeed feed) => Loaded(feed.Topic) == feed;

    /// <summary>Waits until a feed lacks something, or until a time has passed. Returns whether one does.</summary>
    internal Task<bool> WaitForAttentionAsync(TimeSpan atMost, CancellationToken cancellationToken) => attention.WaitAsync(atMost, cancellationToken);

    /// <summary>Compares those feeds with the log that lacked something.</summary>
    internal async Task HealAsync(CancellationToken cancellationToken)
    {
        var some = behind.Keys.Where(feed => behind.TryRemove(feed, out _)).ToList();
        try
        {
            await synchronizer.CatchUpAsync([.. some.Where(feed => IsLoaded(feed) && !feed.IsGone)], cancellationToken);
        }
        catch
        {
            some.ForEach(NeedsAttention);
            throw;
        }
    }

    /// <summary>Evicts idle and removed feeds, and compares all others with the log.</summary>
    internal async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        Evict();
        await synchronizer.CatchUpAsync([.. LoadedFeeds()], cancellationToken);
    }

    private IEnumerable<TopicFeed> LoadedFeeds() => feeds.Keys.Select(Loaded).OfType<TopicFeed>().Where(feed => !feed.IsGone);

    private TopicFeed? Loaded(string topic) => feeds.TryGetValue(topic, out var slot) ? slot.Feed : null;

    private void NeedsAttention(TopicFeed feed)
    {
        if (behind.TryAdd(feed, true))
            attention.Release();
    }

    private void Evict()
    {
        foreach (var (topic, slot) in feeds)
        {
            if (slot.Feed is { } feed && (feed.IsGone || (feed.Streams == 0 && time.GetElapsedTime(feed.LastUsed) >= options.IdleAfter)))
                Remove(topic, slot);
        }
    }

    private void Remove(string topic, Slot slot)
    {
        if (!feeds.TryRemove(KeyValuePair.Create(topic, slot)))
            return;
        relay.Unsubscribe(topic);
        // Another one may have taken its place in between.
        if (feeds.ContainsKey(topic))
            relay.Subscribe(topic, ApplyAsync, Missed);
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
            // Before anything is read: what is committed meanwhile is signalled.
            registry.relay.Subscribe(topic, registry.ApplyAsync, registry.Missed);
            // Read access before the head: if it changes in between, the version differs, and the comparison with the log reads it again.
            if (await registry.access.ReadAsync(topic, CancellationToken.None) is not { } access
                || await registry.log.LoadAsync(topic, CancellationToken.None) is not { } loaded)
                return null;
            feed = new TopicFeed(topic, access, loaded, registry.pager, registry.responses, registry.options, registry.time) { LastUsed = registry.time.GetTimestamp() };
            // A signal that came while the feed was being read found none.
            await registry.synchronizer.CatchUpAsync(feed, CancellationToken.None);
            return feed;
        }
    }
}
