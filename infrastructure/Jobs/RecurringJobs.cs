using LiveFeed.Domain.Jobs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveFeed.Infrastructure.Jobs;

/// <summary>Writes down at start the jobs that are done again and again, if no instance has done so before.</summary>
internal sealed class RecurringJobs(IServiceScopeFactory scopes, IEnumerable<RecurringJob> jobs, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var job in jobs)
            await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new AddJob(job.Kind, job.Kind, "{}", time.Now() + job.FirstAfter));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A job that is its kind's only one, and never done.</summary>
/// <param name="Kind">Its kind and its id.</param>
/// <param name="FirstAfter">How long after it was written down it is due.</param>
internal sealed record RecurringJob(string Kind, TimeSpan FirstAfter);
