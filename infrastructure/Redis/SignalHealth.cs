using System.Collections.Concurrent;
using LiveFeed.Infrastructure.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// Whether signals of all instances arrive: each instance hears its own heartbeats and those of the others, and none of them says in the database
/// that it hears nothing. One that is silent may still write, so it is waited for until the database shows that it has stopped.
/// </summary>
internal sealed partial class SignalHealth
{
    private readonly InstanceId self;
    private readonly RedisOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<SignalHealth> logger;
    private readonly ConcurrentDictionary<string, long> heard = new(StringComparer.Ordinal);
    private volatile bool hearsItself;
    private volatile bool isHealthy;
    private volatile bool othersAreDeaf;

    public SignalHealth(InstanceId self, Telemetry telemetry, IOptions<RedisOptions> options, TimeProvider time, ILogger<SignalHealth> logger)
    {
        (this.self, this.options, this.time, this.logger) = (self, options.Value, time, logger);
        telemetry.Meter.CreateObservableGauge("livefeed.redis.healthy", () => IsHealthy ? 1 : 0, "{1}", "1 while signals of all instances arrive by Redis.");
        telemetry.Meter.CreateObservableGauge("livefeed.instances", () => heard.Count, "{instance}", "Instances that are heard by Redis, this one included.");
    }

    public bool IsHealthy => isHealthy;

    /// <summary>Whether this instance's own signals go out and come in.</summary>
    public bool HearsItself => hearsItself;

    public void Heard(string instance, bool isLast)
    {
        if (isLast)
            heard.TryRemove(instance, out _);
        else
            heard[instance] = time.GetTimestamp();
    }

    /// <summary>What the database says of the other instances.</summary>
    /// <param name="running">Those that run. One that is silent for longer than they take to show it, and is not among them, has stopped without saying so.</param>
    /// <param name="shownWithin">How long an instance takes to show in the database that it runs.</param>
    /// <param name="anyIsDeaf">Whether one that runs hears nothing, so that nobody can hear it either.</param>
    public void Know(IReadOnlyCollection<string> running, TimeSpan shownWithin, bool anyIsDeaf)
    {
        foreach (var (instance, at) in heard)
        {
            if (instance != self.Value && !running.Contains(instance) && time.GetElapsedTime(at) >= shownWithin)
                heard.TryRemove(instance, out _);
        }

        othersAreDeaf = anyIsDeaf;
    }

    /// <summary>Looks who has been silent for too long. Returns whether that has changed: signals were lost then, or may be.</summary>
    public bool Evaluate()
    {
        hearsItself = heard.TryGetValue(self.Value, out var own) && time.GetElapsedTime(own) < options.SilentAfter;
        var healthy = hearsItself && !othersAreDeaf && heard.Values.All(at => time.GetElapsedTime(at) < options.SilentAfter);
        if (healthy == isHealthy)
            return false;
        isHealthy = healthy;
        if (healthy)
            Log.Healthy(logger);
        else
            Log.Lost(logger);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.SignalsArrive, Level = LogLevel.Information, Message = "Signals of all instances arrive by Redis.")]
        public static partial void Healthy(ILogger logger);

        [LoggerMessage(EventId = LogEventIds.SignalsLost, Level = LogLevel.Warning, Message = "Signals by Redis are lost: the feeds are compared with the database every second until they arrive again.")]
        public static partial void Lost(ILogger logger);
    }
}
