using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Signals.Presence;

/// <summary>
/// Signals who is in each topic to its readers, and to other instances, at most once per <see cref="FeedOptions.PresenceEvery"/> however much changes.
/// </summary>
internal sealed partial class PresenceService(
    FeedRegistry feeds, ISignalRelay relay, IOptions<FeedOptions> options, TimeProvider time, ILogger<PresenceService> logger) : BackgroundService
{
    private long repeatedAt = time.GetTimestamp();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Nobody is here any more.
        var left = feeds.WithPresence().Select(feed => new TopicPeople(feed.Topic, [], [])).ToList();
        if (left.Count > 0)
            relay.Send(left);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        relay.Listen(Hear);
        using var timer = new PeriodicTimer(options.Value.PresenceEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Signal();
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
            }
        }
    }

    private void Hear(string instance, IReadOnlyList<TopicPeople> topics)
    {
        foreach (var people in topics)
            feeds.FindLoaded(people.Topic)?.Presence?.Hear(instance, people);
    }

    private void Signal()
    {
        // Others may have begun to read a topic since, or have lost what was sent.
        var repeats = time.GetElapsedTime(repeatedAt) >= options.Value.PresenceKept / 3;
        if (repeats)
            repeatedAt = time.GetTimestamp();
        var send = new List<TopicPeople>();
        foreach (var feed in feeds.WithPresence())
        {
            var (here, all) = feed.Presence!.Take(repeats);
            if (here is not null)
                send.Add(here);
            if (all is null)
                continue;
            // That nobody is writing, too: who comes back has heard otherwise before.
            feed.Signal(PresenceSignals.Presence, PresenceSignals.Write(PresenceSignals.Presence, all.Present));
            feed.Signal(PresenceSignals.Typing, PresenceSignals.Write(PresenceSignals.Typing, all.Typing));
        }

        if (send.Count > 0)
            relay.Send(send);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.PresenceFailed, Level = LogLevel.Error, Message = "Who is in the rooms could not be signalled; trying again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
