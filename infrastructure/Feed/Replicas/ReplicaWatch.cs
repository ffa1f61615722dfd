using LiveFeed.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed.Replicas;

/// <summary>
/// Finds out all the time whether the replica responds, and whether it has got by now what a read found missing. One that is behind by less than the time
/// between two looks is nothing to report.
/// </summary>
internal sealed partial class ReplicaWatch(ReplicaLog replica, FeedLog log, ReplicaHealth health, IOptions<DatabaseOptions> options, ILogger<ReplicaWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the real time: the replica takes its own.
        using var timer = new PeriodicTimer(options.Value.ReadCheck, TimeProvider.System);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database, which is asked where it stands, has its own reports.
                Log.NotCompared(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        var missed = health.Missed;
        Fallback? fallback;
        try
        {
            fallback = await replica.CompareAsync(missed);
        }
        catch (Exception exception)
        {
            health.Failed(exception);
            return;
        }

        if (fallback is not { } reason || missed is null)
        {
            health.CaughtUp(missed);
            return;
        }

        // Where the database stands now: it may have lost what was missed, or its topic.
        var heads = await log.HeadsAsync([missed.Topic], stoppingToken);
        if (heads.TryGetValue(missed.Topic, out var head))
            health.Lagged(reason, LogPosition.FromHead(missed.Topic, head));
        else
            health.CaughtUp(missed);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ReplicaNotCompared, Level = LogLevel.Warning, Message = "The replica could not be compared with the database; trying again.")]
        public static partial void NotCompared(ILogger logger, Exception exception);
    }
}
