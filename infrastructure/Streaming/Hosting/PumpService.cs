using LiveFeed.Infrastructure.Streaming.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Runs the pumps, and the clock that wakes them for keep-alives, expired tokens and stalls.</summary>
internal sealed partial class PumpService(StreamRunner runner, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<PumpService> logger)
    : IHostedLifecycleService
{
    // Every wake-up of an idle process costs as much as a dozen sends. Only the spread of a drain needs a finer clock.
    private static readonly TimeSpan IdleTick = 5 * TimingWheel.Step;

    private ITimer? clock;
    private Task pumps = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Not on the thread pool: there, pumps and requests would wait for each other.
        pumps = Task.WhenAll(runner.Pumps.Select(pump =>
            Task.Factory.StartNew(() => Run(pump), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        clock = time.CreateTimer(_ => Tick(), null, IdleTick, IdleTick);
        lifetime.ApplicationStopping.Register(Drain);
        return Task.CompletedTask;
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (clock is not null)
            await clock.DisposeAsync();
        foreach (var pump in runner.Pumps)
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
        foreach (var pump in runner.Pumps)
            pump.Tick();
    }

    private void Drain()
    {
        runner.BeginDrain();
        clock?.Change(TimeSpan.Zero, TimingWheel.Step);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.PumpFailed, Level = LogLevel.Critical, Message = "A pump failed, and the streams with it; stopping.")]
        public static partial void PumpFailed(ILogger logger, Exception exception);
    }
}
