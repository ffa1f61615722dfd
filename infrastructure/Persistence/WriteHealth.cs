using System.Diagnostics.Metrics;
using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Whether writes succeed. <c>/health/writes</c> and the metrics report it.</summary>
internal sealed partial class WriteHealth
{
    private readonly TimeProvider time;
    private readonly ILogger<WriteHealth> logger;
    private readonly Counter<long> failures;
    private Func<long?> oldestQueuedAt = () => null;
    private volatile int failing;

    public WriteHealth(DatabaseEngine engine, Telemetry telemetry, TimeProvider time, ILogger<WriteHealth> logger)
    {
        (this.time, this.logger) = (time, logger);
        failures = telemetry.Meter.CreateCounter<long>("livefeed.storage.failures", "{commit}", "Transactions that the database could not store.");
        telemetry.Meter.CreateObservableGauge("livefeed.storage.failing", () => IsFailing ? 1 : 0, "{1}", "1 while the last transaction could not be stored.");
        if (engine.LogSize is not null)
            telemetry.Meter.CreateObservableGauge("livefeed.storage.wal_size", () => engine.LogSize!.Value, "By", "The size of SQLite's write-ahead log.");
        telemetry.Meter.CreateObservableGauge("livefeed.writes.oldest_wait", () => OldestWait.TotalSeconds, "s", "How long the oldest write has waited for its transaction to end.");
    }

    /// <summary>Whether the last transaction could not be stored.</summary>
    public bool IsFailing => failing != 0;

    /// <summary>How long the oldest write has waited for its transaction to end: one that hangs keeps all others waiting.</summary>
    public TimeSpan OldestWait => oldestQueuedAt() is { } queuedAt ? time.GetElapsedTime(queuedAt) : TimeSpan.Zero;

    /// <param name="oldest">Returns when the oldest write was queued whose transaction has not ended: a timestamp of the time provider. Null if there is none.</param>
    public void Watch(Func<long?> oldest) => oldestQueuedAt = oldest;

    public void Succeeded()
    {
        if (failing != 0 && Interlocked.Exchange(ref failing, 0) != 0)
            Log.Recovered(logger);
    }

    /// <summary>A transaction could not be stored. Logs the first of a series only: what follows has the same cause.</summary>
    public void Failed(Exception exception)
    {
        failures.Add(1);
        if (Interlocked.Exchange(ref failing, 1) == 0)
            Log.Failing(logger, exception);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.StorageFailing, Level = LogLevel.Error, Message = "The database can't store writes. They are rejected with 503 storage_unavailable until it can; /health/writes reports it. What follows is the first failure; those after it are only counted (livefeed_storage_failures_total).")]
        public static partial void Failing(ILogger logger, Exception exception);

        [LoggerMessage(EventId = LogEventIds.StorageRecovered, Level = LogLevel.Warning, Message = "The database stores writes again.")]
        public static partial void Recovered(ILogger logger);
    }
}
