using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Runs the pumps, and the clock that wakes them for keep-alives, expired tokens and stalls.</summary>
internal sealed partial class PumpService(FeedHub hub, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<PumpService> logger)
    : IHostedLifecycleService
{
    // Every wake-up of an idle process costs as much as a dozen sends. Only the spread of a drain needs a finer clock.
    private static readonly TimeSpan IdleTick = 5 * TimingWheel.Step;

    private ITimer? clock;
    private Task pumps = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Not on the thread pool: there, pumps and requests would wait for each other.
        pumps = Task.WhenAll(hub.Pumps.Select(pump =>
            Task.Factory.StartNew(() => Run(pump), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        clock = time.CreateTimer(_ => Tick(), null, IdleTick, IdleTick);
        lifetime.ApplicationStopping.Register(Drain);
        return Task.CompletedTask;
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (clock is not null)
            await clock.DisposeAsync();
        foreach (var pump in hub.Pumps)
            pump.Stop();
        // A pump waits for no subscriber, so this takes no time, however little the host has left.
        await pumps.WaitAsync(CancellationToken.None);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Run(Pump pump)
    {
        try
        {
            pump.Run();
        }
        catch (Exception exception)
        {
            // Its subscribers would wait forever without knowing it. On another instance, or after a restart, they resume.
            Log.PumpFailed(logger, exception);
            lifetime.StopApplication();
        }
    }

    private void Tick()
    {
        foreach (var pump in hub.Pumps)
            pump.Tick();
    }

    private void Drain()
    {
        hub.BeginDrain();
        clock?.Change(TimeSpan.Zero, TimingWheel.Step);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3004, Level = LogLevel.Critical, Message = "A pump failed, and the streams with it; stopping.")]
        public static partial void PumpFailed(ILogger logger, Exception exception);
    }
}

/// <summary>Compares the feeds in use with the log, all the time: a signal may be lost, the log may not.</summary>
internal sealed partial class FeedReconciler(FeedHub hub, IOptions<FeedOptions> options, ILogger<FeedReconciler> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await hub.WaitForGapAsync(options.Value.TailCheck, stoppingToken);
                await hub.ReconcileAsync(stoppingToken);
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
        [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "The log could not be compared with the feeds in memory; trying again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
