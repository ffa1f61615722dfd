using System.Collections.Concurrent;
using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Jobs;

/// <summary>Takes jobs that are due and does them. Every instance runs one; the lease decides who does a job.</summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, InstanceId self, JobMetrics metrics, IOptions<JobOptions> options, TimeProvider time, ILogger<JobRunner> logger)
    : PeriodicBackgroundService(scopes, time, options.Value.PollEvery, logger)
{
    private readonly IServiceScopeFactory scopes = scopes;
    private readonly TimeProvider time = time;
    private readonly ConcurrentDictionary<string, (Task Ended, bool RunsForLong)> running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be stopped again after its end.
        if (!stopping.IsCancellationRequested)
            await stopping.CancelAsync();
        // Each gives its job back, so that another instance needn't wait for the end of the lease.
        await Task.WhenAll(running.Values.Select(one => one.Ended)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        stopping.Dispose();
        base.Dispose();
    }

    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var free = options.Value.MaxAtOnce - running.Values.Count(one => !one.RunsForLong);
        // An instance of another version may do the kinds that this one doesn't know.
        var handlers = services.GetServices<IJobHandler>().Where(handler => handler.RunsForLong || free > 0).ToDictionary(handler => handler.Kind, handler => handler.RunsForLong);
        var kinds = handlers.Keys.ToList();
        var now = time.Now();
        await using var db = contexts.Create();
        var due = await db.Jobs.AsNoTracking()
            .Where(job => kinds.Contains(job.Kind) && job.DueAt <= now && (job.LeasedUntil == null || job.LeasedUntil <= now))
            .OrderBy(job => job.DueAt)
            .Take(Math.Max(free, 1))
            .ToListAsync(cancellationToken);
        metrics.Waits(due.Count > 0 ? now - due[0].DueAt : TimeSpan.Zero);
        foreach (var job in due)
            await TryTakeAsync(services, job, handlers[job.Kind]);
    }

    private async Task TryTakeAsync(IServiceProvider services, Job job, bool runsForLong)
    {
        if (running.ContainsKey(job.Id))
            return;
        if (await services.GetRequiredService<IMediator>().SendAsync(new TakeJob(job.Id, self.Value, options.Value.Lease)) is not { Value: { } lease })
            return;
        var done = new TaskCompletionSource();
        running[job.Id] = (done.Task, runsForLong);
        _ = RunAsync(job, lease, done);
    }

    private async Task RunAsync(Job job, JobLease lease, TaskCompletionSource done)
    {
        try
        {
            metrics.Attempted(job.Kind, await RunToEndAsync(job, lease));
        }
        catch (Exception exception)
        {
            // Its end could not be stored. The lease ends by itself, and the job is done again.
            metrics.Attempted(job.Kind, "failed");
            Log.NotEnded(logger, exception, job.Id);
        }
        finally
        {
            running.TryRemove(job.Id, out _);
            done.SetResult();
        }
    }

    /// <summary>Does a job and stores the outcome, which is returned.</summary>
    private async Task<string> RunToEndAsync(Job job, JobLease lease)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var renewing = RenewAsync(lease, held);
        EndJob end;
        var outcome = "done";
        try
        {
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(handler => handler.Kind == job.Kind);
            end = new EndJob(lease, await handler.RunAsync(job.Payload, lease, held.Token));
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            if (!stopping.IsCancellationRequested)
                return "lost";
            outcome = "stopped";
            end = new EndJob(lease, time.Now());
        }
        catch (Exception exception)
        {
            outcome = "failed";
            Log.Failed(logger, exception, job.Id, lease.Attempt);
            end = new EndJob(lease, time.Now() + PauseAfter(lease.Attempt), exception.Message);
        }

        await held.CancelAsync();
        await renewing;
        // It is rejected if a command of the job has ended it already.
        await mediator.SendAsync(end);
        return outcome;
    }

    /// <summary>Keeps the lease while the job is done. Cancels the job when the lease is lost.</summary>
    private async Task RenewAsync(JobLease lease, CancellationTokenSource held)
    {
        var renewedAt = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(options.Value.Lease / 3, time, held.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (held.IsCancellationRequested)
                return;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var tried = time.GetTimestamp();
                if ((await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new RenewJob(lease, options.Value.Lease))).Error is not null)
                {
                    await held.CancelAsync();
                    return;
                }

                renewedAt = tried;
            }
            catch (Exception exception) when (exception is StorageUnavailableException or OverloadedException)
            {
                // Another instance may have it by now.
                if (time.GetElapsedTime(renewedAt) < options.Value.Lease)
                    continue;
                await held.CancelAsync();
                return;
            }
        }
    }

    private TimeSpan PauseAfter(int attempt)
    {
        var doubled = options.Value.RetryAfter * Math.Pow(2, Math.Min(attempt - 1, 30));
        return doubled < options.Value.MaxRetryAfter ? doubled : options.Value.MaxRetryAfter;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.JobFailed, Level = LogLevel.Error, Message = "The job {Job} failed at attempt {Attempt}; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception, string job, int attempt);

        [LoggerMessage(EventId = LogEventIds.JobNotEnded, Level = LogLevel.Error, Message = "The end of the job {Job} could not be stored; it is done again when its lease has ended.")]
        public static partial void NotEnded(ILogger logger, Exception exception, string job);
    }
}
