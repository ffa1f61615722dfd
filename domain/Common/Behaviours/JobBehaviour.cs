using LiveFeed.Domain.Jobs;
using MediatR;

namespace LiveFeed.Domain;

/// <summary>Ends the job that a command does, in the command's transaction. Rejects the command if the job is no longer its instance's.</summary>
internal sealed class JobBehaviour<TRequest, TResponse>(IJobStore jobs) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IJobCommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (await jobs.FindAsync(request.Lease.JobId) is not { } job || !job.IsHeldBy(request.Lease))
            return TResponse.Failed(request.Lease.Lost);
        var result = await next();
        if (result.Commits)
            jobs.Remove(job);
        return result;
    }
}
