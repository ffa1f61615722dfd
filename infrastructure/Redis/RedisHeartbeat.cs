using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>Sends heartbeats, hears those of the others, and has the feeds compared with the log when signals were lost.</summary>
internal sealed class RedisHeartbeat(RedisSignalRelay relay, SignalHealth health, FeedRegistry feeds, IOptions<RedisOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        relay.Beat(isLast: true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        relay.ListenForBeats(Hear, feeds.CompareAll);
        var beatAt = time.GetTimestamp() - (long)(options.Value.HeartbeatEvery.TotalSeconds * time.TimestampFrequency);
        // By the real time: what Redis and the others do takes its own.
        using var timer = new PeriodicTimer(LookEvery);
        do
        {
            if (time.GetElapsedTime(beatAt) >= options.Value.HeartbeatEvery)
            {
                beatAt = time.GetTimestamp();
                relay.Beat(isLast: false);
            }

            if (health.Evaluate())
                feeds.CompareAll();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Hear(HeartbeatMessage beat)
    {
        health.Heard(beat.From, beat.IsLast);
        foreach (var (topic, head) in beat.Heads ?? [])
            feeds.Compare(topic, head);
    }
}
