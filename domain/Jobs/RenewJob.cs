using MediatR;

namespace LiveFeed.Domain.Jobs;

/// <summary>Makes a lease last for a while from now on. Rejected if it is no longer the newest one.</summary>
public sealed record RenewJob(JobLease Held, TimeSpan Lease) : ICommand<Done>;

internal sealed class RenewJobHandler(IJobStore jobs, TimeProvider time) : IRequestHandler<RenewJob, Result<Done>>
{
    public async Task<Result<Done>> Handle(RenewJob command, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(command.Held.JobId) is not { } job || !job.IsHeldBy(command.Held))
            return command.Held.Lost;
        job.Renew(time.Now() + command.Lease);
        return new Done();
    }
}
