using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Compares the feeds in use with the log, all the time: a signal may be lost, the log may not.</summary>
internal sealed partial class FeedReconciler(
    FeedRegistry feeds, HistoryPages pages, ISignalRelay relay, IOptions<FeedOptions> options, ILogger<FeedReconciler> logger) : BackgroundService
{
    // The real time, whatever the process's clock: what other instances and the network do takes its own.
    private readonly TimeProvider time = TimeProvider.System;
    private long comparedAt = TimeProvider.System.GetTimestamp();

    private TimeSpan UntilComparison => (relay.IsHealthy ? options.Value.TailCheckWithSignals : options.Value.TailCheck) - time.GetElapsedTime(comparedAt);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
                await Task.Delay(options.Value.TailCheck, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (UntilComparison is { Ticks: > 0 } wait && await feeds.WaitForAttentionAsync(wait, stoppingToken))
        {
            await Task.Delay(options.Value.GapWait, time, stoppingToken);
            await feeds.HealAsync(stoppingToken);
            return;
        }

        if (UntilComparison > TimeSpan.Zero)
            return;
        pages.Trim();
        // Before it begins: one that takes long delays the next one no further.
        comparedAt = time.GetTimestamp();
        await feeds.ReconcileAsync(stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ReconciliationFailed, Level = LogLevel.Error, Message = "The log could not be compared with the feeds in memory; trying again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
