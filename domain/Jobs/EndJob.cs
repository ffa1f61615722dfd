using MediatR;

namespace LiveFeed.Domain.Jobs;

/// <summary>Ends an attempt to do a job. Rejected if its lease is no longer the newest one.</summary>
/// <param name="Held">The lease.</param>
/// <param name="DueAt">When it is to be done again; null if it is done.</param>
/// <param name="Failure">Why the attempt failed; null if it did not.</param>
public sealed record EndJob(JobLease Held, DateTimeOffset? DueAt, string? Failure = null) : ICommand<Done>;

internal sealed class EndJobHandler(IJobStore jobs) : IRequestHandler<EndJob, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndJob command, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(command.Held.JobId) is not { } job || !job.IsHeldBy(command.Held))
            return command.Held.Lost;
        if (command.DueAt is not { } dueAt)
            jobs.Remove(job);
        else if (command.Failure is { } failure)
            job.Fail(failure, dueAt);
        else
            job.Repeat(dueAt);
        return new Done();
    }
}
