using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Signals;
using LiveFeed.Infrastructure.Streaming.Signals.Presence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// Signals by Redis pub/sub: a channel for each topic, to which an instance subscribes while it has the feed in memory, and one for heartbeats. On a
/// cluster the channels belong to shards.
/// </summary>
internal sealed partial class RedisSignalRelay : ISignalRelay
{
    private const string Heartbeats = "heartbeats";
    private const string Presence = "presence";
    private const int TopicsAtOnce = 50;

    private readonly RedisConnection redis;
    private readonly InstanceId self;
    private readonly SignalHealth health;
    private readonly RedisOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<RedisSignalRelay> logger;
    private readonly Counter<long> published;
    private readonly Counter<long> received;
    private readonly Counter<long> failed;
    private readonly ConcurrentDictionary<string, (LogHead Head, long At)> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subscription> subscriptions = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private bool? isCluster;

    public RedisSignalRelay(
        RedisConnection redis, InstanceId self, SignalHealth health, Telemetry telemetry, IOptions<RedisOptions> options, TimeProvider time, ILogger<RedisSignalRelay> logger)
    {
        (this.redis, this.self, this.health, this.options, this.time, this.logger) = (redis, self, health, options.Value, time, logger);
        published = telemetry.Meter.CreateCounter<long>("livefeed.signals.published", "{signal}", "Commits that were signalled to other instances by Redis.");
        received = telemetry.Meter.CreateCounter<long>("livefeed.signals.received", "{signal}", "Commits of other instances of which a signal came by Redis.");
        failed = telemetry.Meter.CreateCounter<long>("livefeed.signals.failed", "{signal}", "Signals that Redis did not take.");
        _ = SubscribeWhenConnectedAsync();
    }

    public bool IsHealthy => health.IsHealthy;

    public void Publish(TopicCommit commit)
    {
        var check = commit.Entries.Count > 0 ? commit.Entries[^1].Check : null;
        changed[commit.Topic] = (new LogHead(commit.Epoch, commit.Sequence, check, commit.AccessVersion), time.GetTimestamp());
        published.Add(1);
        Send($"feed:{commit.Topic}", SignalMessage.Write(self.Value, commit, options.MaxSignalBytes));
    }

    public void Subscribe(string topic, Func<TopicCommit, Task> apply, Action<string> missed) => Listen(
        topic, $"feed:{topic}", () => missed(topic), async message =>
        {
            var signal = SignalMessage.Read(message);
            if (signal.From == self.Value)
                return;
            received.Add(1);
            await apply(signal.ToCommit(topic));
        });

    public void Unsubscribe(string topic)
    {
        lock (gate)
        {
            if (subscriptions.Remove(topic, out var subscription))
                subscription.End();
        }
    }

    public void Send(IReadOnlyList<TopicPeople> topics)
    {
        // Commits go the same way, and must not wait behind much.
        foreach (var some in topics.Chunk(TopicsAtOnce))
            Send(Presence, new PresenceMessage(self.Value, some).Write());
    }

    public void Listen(Action<string, IReadOnlyList<TopicPeople>> heard) => Listen(Presence, Presence, () => { }, message =>
    {
        var (from, topics) = PresenceMessage.Read(message);
        if (from != self.Value)
            heard(from, topics);
        return Task.CompletedTask;
    });

    /// <summary>Sends which feeds have grown lately.</summary>
    public void Beat(bool isLast)
    {
        foreach (var (topic, (_, at)) in changed)
        {
            if (time.GetElapsedTime(at) > options.HeadsFor)
                changed.TryRemove(topic, out _);
        }

        Send(Heartbeats, new HeartbeatMessage(self.Value, isLast, changed.ToDictionary(pair => pair.Key, pair => pair.Value.Head, StringComparer.Ordinal)).Write());
    }

    /// <summary>Receives the heartbeats of all instances, this one included.</summary>
    /// <param name="heard">Gets each heartbeat.</param>
    /// <param name="missed">Called for each heartbeat that can't be read.</param>
    public void ListenForBeats(Action<HeartbeatMessage> heard, Action missed) => Listen(Heartbeats, Heartbeats, missed, message =>
    {
        heard(HeartbeatMessage.Read(message));
        return Task.CompletedTask;
    });

    private void Send(string channel, byte[] message)
    {
        if (redis.Connected is not { } connection)
        {
            failed.Add(1);
            return;
        }

        // Nobody waits for it: whether signals arrive is seen by the heartbeats.
        _ = SendAsync(connection.GetSubscriber(), Channel(connection, channel), message);
    }

    private async Task SendAsync(ISubscriber subscriber, RedisChannel channel, byte[] message)
    {
        try
        {
            await subscriber.PublishAsync(channel, message);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            failed.Add(1);
        }
    }

    private void Listen(string name, string channel, Action missed, Func<byte[], Task> handle)
    {
        var subscription = new Subscription(channel, missed, handle);
        lock (gate)
        {
            if (subscriptions.TryGetValue(name, out var earlier))
                earlier.End();
            subscriptions[name] = subscription;
            if (redis.Connected is { } connection)
                Begin(connection, subscription);
        }
    }

    // Not before there is a connection: only then it is known whether the servers are a cluster.
    private async Task SubscribeWhenConnectedAsync()
    {
        var connection = await redis.Connecting;
        connection.ConnectionRestored += (_, _) => BeginAll();
        BeginAll();
    }

    private void BeginAll()
    {
        lock (gate)
        {
            if (redis.Connected is not { } connection)
                return;
            foreach (var subscription in subscriptions.Values.Where(subscription => subscription.Queue is null))
                Begin(connection, subscription);
        }
    }

    // Once: after the connection was lost, the client subscribes again by itself.
    private void Begin(IConnectionMultiplexer connection, Subscription subscription)
    {
        subscription.Queue = connection.GetSubscriber().Subscribe(Channel(connection, subscription.Channel), CommandFlags.FireAndForget);
        subscription.Queue.OnMessage(message => HandleAsync(subscription, message.Message!));
    }

    private async Task HandleAsync(Subscription subscription, byte[] message)
    {
        try
        {
            await subscription.Handle(message);
            subscription.Fails = false;
        }
        catch (Exception exception)
        {
            subscription.Missed();
            // Another version may send many that this one can't read.
            if (!subscription.Fails)
                Log.NotApplied(logger, exception, subscription.Channel);
            subscription.Fails = true;
        }
    }

    private RedisChannel Channel(IConnectionMultiplexer connection, string name)
    {
        isCluster ??= connection.GetServers().Any(server => server.ServerType == ServerType.Cluster);
        return isCluster == true ? RedisChannel.Sharded(options.KeyPrefix + name) : RedisChannel.Literal(options.KeyPrefix + name);
    }

    private sealed class Subscription(string channel, Action missed, Func<byte[], Task> handle)
    {
        public string Channel => channel;

        public Action Missed => missed;

        public Func<byte[], Task> Handle => handle;

        public ChannelMessageQueue? Queue { get; set; }

        /// <summary>Whether the last message could not be read or applied. Messages are handled one after another.</summary>
        public bool Fails { get; set; }

        public void End() => Queue?.Unsubscribe(CommandFlags.FireAndForget);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.SignalNotApplied, Level = LogLevel.Warning, Message = "A signal on {Channel} could not be read or applied; the database is read instead. The next one is logged only if one was applied in between.")]
        public static partial void NotApplied(ILogger logger, Exception exception, string channel);
    }
}
