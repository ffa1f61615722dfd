using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// What heartbeats by Redis can't tell: which silent instance has stopped, which one hears nothing, and whether the database is the one of before. All
/// of it is one small query a second. In the database each instance shows that it lives.
/// </summary>
internal sealed partial class InstanceWatch(
    ILiveFeedContextFactory contexts, DatabaseEngine engine, InstanceId self, SignalHealth health, FeedRegistry feeds, IOptions<RedisOptions> options, TimeProvider time,
    ILogger<InstanceWatch> logger) : BackgroundService
{
    private static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StoppedAfter = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (long Beats, long At)> seen = new(StringComparer.Ordinal);
    private string? incarnation;
    private long beats;
    private long shownAt;
    private bool? shown;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RemoveAsync([self.Value]);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the real time: what others do takes its own.
        using var timer = new PeriodicTimer(options.Value.DatabaseCheck);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Another database may respond next.
                incarnation = null;
                Log.Failed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var current = await engine.ReadIncarnationAsync(db, cancellationToken);
        if (current != incarnation)
            feeds.CompareAll();
        incarnation = current;
        await ShowAsync(db, cancellationToken);
        var others = await db.Instances.AsNoTracking().Where(row => row.Id != self.Value).ToListAsync(cancellationToken);
        foreach (var row in others)
        {
            if (!seen.TryGetValue(row.Id, out var earlier) || earlier.Beats != row.Beats)
                seen[row.Id] = (row.Beats, time.GetTimestamp());
        }

        bool IsSilentFor(string instance, TimeSpan span) => time.GetElapsedTime(seen[instance].At) >= span;
        var running = others.FindAll(row => !IsSilentFor(row.Id, StoppedAfter));
        health.Know(running.ConvertAll(row => row.Id), StoppedAfter, anyIsDeaf: running.Exists(row => !row.HearsItself));
        var forgotten = seen.Keys.Where(instance => IsSilentFor(instance, ForgottenAfter)).ToList();
        if (forgotten.Count > 0)
            await RemoveAsync(forgotten);
        foreach (var instance in forgotten)
            seen.Remove(instance);
    }

    /// <summary>Shows that this instance lives, and at once if it begins or ceases to hear itself.</summary>
    private async Task ShowAsync(LiveFeedContext db, CancellationToken cancellationToken)
    {
        var hears = health.HearsItself;
        if (shown == hears && time.GetElapsedTime(shownAt) < ShowEvery)
            return;
        beats++;
        if (await db.Instances.Where(row => row.Id == self.Value).ExecuteUpdateAsync(
                row => row.SetProperty(instance => instance.Beats, beats).SetProperty(instance => instance.HearsItself, hears), cancellationToken) == 0)
        {
            db.Instances.Add(new InstanceRow { Id = self.Value, Beats = beats, HearsItself = hears });
            await db.SaveChangesAsync(cancellationToken);
        }

        (shown, shownAt) = (hears, time.GetTimestamp());
    }

    private async Task RemoveAsync(IReadOnlyList<string> instances)
    {
        try
        {
            await using var db = contexts.Create();
            await db.Instances.Where(row => instances.Contains(row.Id)).ExecuteDeleteAsync();
        }
        catch (Exception exception)
        {
            // The others will see that it has stopped.
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.InstancesUnknown, Level = LogLevel.Warning, Message = "The other instances could not be looked up in the database; trying again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
