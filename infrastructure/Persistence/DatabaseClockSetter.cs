using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Compares this machine's clock with the database server's, before the first request and then all the time.</summary>
internal sealed partial class DatabaseClockSetter(
    ILiveFeedContextFactory contexts, DatabaseEngine engine, DatabaseClock clock, ILogger<DatabaseClockSetter> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CompareAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CompareAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The last correction holds until the server responds.
                Log.NotCompared(logger, exception);
            }
        }
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        // The connection is there then: only the query is measured.
        await engine.ReadTimeAsync(db, cancellationToken);
        var time = TimeProvider.System;
        var (before, begun) = (time.GetUtcNow(), time.GetTimestamp());
        var there = await engine.ReadTimeAsync(db, cancellationToken);
        if (clock.Correct(there - (before + (time.GetElapsedTime(begun) / 2))))
            Log.Corrected(logger, clock.Offset);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ClockCorrected, Level = LogLevel.Warning, Message = "This machine's clock differs from the database server's; it is corrected by {Offset}. Let both follow NTP.")]
        public static partial void Corrected(ILogger logger, TimeSpan offset);

        [LoggerMessage(EventId = LogEventIds.ClockNotCompared, Level = LogLevel.Warning, Message = "This machine's clock could not be compared with the database server's; trying again.")]
        public static partial void NotCompared(ILogger logger, Exception exception);
    }
}
