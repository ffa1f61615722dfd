using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>
/// Whether the replica responds and keeps up. The first read that it fails to serve in time has all others go to the database at once, until the background
/// has found that it responds again (<see cref="ReplicaWatch"/>).
/// </summary>
internal sealed partial class ReplicaHealth
{
    private readonly Lock gate = new();
    private readonly ILogger<ReplicaHealth> logger;
    private readonly Counter<long> reads;
    private readonly Counter<long> fallbacks;
    private LogPosition? missed;
    private Fallback? problem;

    public ReplicaHealth(Telemetry telemetry, ILogger<ReplicaHealth> logger)
    {
        this.logger = logger;
        reads = telemetry.Meter.CreateCounter<long>("livefeed.replica.reads", "{read}", "Reads of the feed log that the replica served.");
        fallbacks = telemetry.Meter.CreateCounter<long>("livefeed.replica.fallbacks", "{read}", "Reads of the feed log that went to the database in place of the replica, by reason.");
        telemetry.Meter.CreateObservableGauge("livefeed.replica.healthy", () => Problem is null ? 1 : 0, "{1}", "1 while the replica responds and keeps up.");
    }

    /// <summary>Why the replica serves few reads or none; null if it does.</summary>
    public Fallback? Problem
    {
        get
        {
            lock (gate)
                return problem;
        }
    }

    /// <summary>Whether it did not respond in time, and is not asked.</summary>
    public bool IsAway => Problem == Fallback.Away;

    /// <summary>What it lacked when it was last asked: it should have it by the time that it is next compared. Null if it lacked nothing.</summary>
    public LogPosition? Missed
    {
        get
        {
            lock (gate)
                return missed;
        }
    }

    public void Served() => reads.Add(1);

    /// <summary>The database is read in place of the replica.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="lacked">What the replica lacked; null if it was not asked.</param>
    public void FellBack(Fallback reason, LogPosition? lacked = null)
    {
        fallbacks.Add(1, KeyValuePair.Create<string, object?>("reason", Name(reason)));
        if (lacked is null)
            return;
        lock (gate)
            missed = lacked;
    }

    /// <summary>The replica did not respond in time.</summary>
    public void Failed(Exception exception)
    {
        if (Change(Fallback.Away))
            Log.Away(logger, exception);
    }

    /// <summary>It responds, and has everything that it lacked.</summary>
    /// <param name="compared">What it lacked, as far as it was compared with that. What a read has missed meanwhile is compared the next time.</param>
    public void CaughtUp(LogPosition? compared)
    {
        bool changes;
        lock (gate)
            changes = Change(null, ReferenceEquals(missed, compared) ? null : missed);
        if (changes)
            Log.Healthy(logger);
    }

    /// <summary>It responds, and still lacks what it lacked a while ago.</summary>
    /// <param name="reason">Why it can't be read up to there.</param>
    /// <param name="next">What it should have by the next time.</param>
    public void Lagged(Fallback reason, LogPosition? next)
    {
        if (Change(reason, next))
            Log.Lags(logger, Name(reason));
    }

    private bool Change(Fallback? to, LogPosition? next = null)
    {
        lock (gate)
        {
            missed = next;
            var changes = problem != to;
            problem = to;
            return changes;
        }
    }

    private static string Name(Fallback reason) => reason switch
    {
        Fallback.Behind => "behind",
        Fallback.OtherHistory => "other_history",
        _ => "away",
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ReplicaAway, Level = LogLevel.Warning, Message = "The replica does not respond in time. The feed log is read from the database itself until it does.")]
        public static partial void Away(ILogger logger, Exception exception);

        [LoggerMessage(EventId = LogEventIds.ReplicaLags, Level = LogLevel.Warning, Message = "The replica does not follow the database ({Reason}). What it lacks is read from the database itself.")]
        public static partial void Lags(ILogger logger, string reason);

        [LoggerMessage(EventId = LogEventIds.ReplicaHealthy, Level = LogLevel.Information, Message = "The replica responds, and follows the database.")]
        public static partial void Healthy(ILogger logger);
    }
}
