using LiveFeed.Domain.Jobs;

namespace LiveFeed.Infrastructure.Jobs;

/// <summary>Does the jobs of one kind.</summary>
public interface IJobHandler
{
    string Kind { get; }

    /// <summary>Whether its job runs as long as there is something to do, maybe for ever. It then doesn't count against <see cref="JobOptions.MaxAtOnce"/>.</summary>
    bool RunsForLong => false;

    /// <summary>
    /// Does a job. It may run again from its beginning, on another instance too: what must happen once only is done by one <see cref="IJobCommand"/>, or carries the
    /// job's id to where repeats are noticed.
    /// </summary>
    /// <param name="payload">The job's payload.</param>
    /// <param name="lease">The right to do it, for an <see cref="IJobCommand"/>.</param>
    /// <param name="cancellationToken">Cancelled when the lease is lost or the server stops.</param>
    /// <returns>When the job is to be done again; null if it is done.</returns>
    Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken);
}
