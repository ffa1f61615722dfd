using MediatR;

namespace LiveFeed.Domain.Jobs;

/// <summary>Gives a job that is due to an instance for a while. Rejected if the job is gone, not due, or another instance has it.</summary>
/// <param name="Id">The job.</param>
/// <param name="Owner">The instance.</param>
/// <param name="Lease">For how long.</param>
public sealed record TakeJob(string Id, string Owner, TimeSpan Lease) : ICommand<JobLease>;

internal sealed class TakeJobHandler(IJobStore jobs, TimeProvider time) : IRequestHandler<TakeJob, Result<JobLease>>
{
    public async Task<Result<JobLease>> Handle(TakeJob command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await jobs.FindAsync(command.Id) is { } job && job.IsFree(now)
            ? job.Take(command.Owner, now + command.Lease)
            : new JobLease(command.Id, 0, 0).Lost;
    }
}
