namespace LiveFeed.Domain.Jobs;

/// <summary>An instance's right to do a job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">The lease's number: the next lease of the job has a higher one.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record JobLease(string JobId, long Fence, int Attempt)
{
    public Error Lost => new(ErrorCode.VersionMismatch, $"The job {JobId} has ended, or another instance has taken it over.");
}
