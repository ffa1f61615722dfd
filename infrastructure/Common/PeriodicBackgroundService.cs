using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Common;

/// <summary>Runs a task periodically, each time in its own scope, even if the run before failed.</summary>
internal abstract partial class PeriodicBackgroundService(IServiceScopeFactory scopes, TimeProvider time, TimeSpan every, ILogger logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>Begins when the server listens: if the start fails, the services that this uses are disposed of under it.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>Sends a command repeatedly until it finds nothing more to do.</summary>
    protected static async Task SendUntilDoneAsync<T>(
        IServiceProvider services, ICommand<T> command, Func<T, int> done, CancellationToken cancellationToken)
    {
        var mediator = services.GetRequiredService<IMediator>();
        while (await mediator.SendAsync(command) is { Value: { } value } && done(value) > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await RunOnceAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception, GetType().Name);
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.PeriodicWorkFailed, Level = LogLevel.Error, Message = "{Work} failed; it runs again at its next time.")]
        public static partial void Failed(ILogger logger, Exception exception, string work);
    }
}
