using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Compares the feeds in use with the log, all the time: a signal may be lost, the log may not.</summary>
internal sealed partial class FeedReconciler(FeedRegistry feeds, HistoryPages pages, IOptions<FeedOptions> options, ILogger<FeedReconciler> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await feeds.WaitForGapAsync(options.Value.TailCheck, stoppingToken);
                pages.Trim();
                await feeds.ReconcileAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
                await Task.Delay(options.Value.TailCheck, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ReconciliationFailed, Level = LogLevel.Error, Message = "The log could not be compared with the feeds in memory; trying again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
