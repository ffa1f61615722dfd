using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.Webhooks;

/// <summary>
/// The job that delivers to all webhooks. It is there while one is active, and one instance has it: one lease is renewed, however many webhooks there are.
/// </summary>
public sealed class WebhookWork(IJobStore jobs, TimeProvider time) : IDomainService
{
    public const string JobKind = "webhooks";

    /// <summary>Makes sure that an active webhook is delivered to, if the running transaction commits.</summary>
    internal async Task EnsureAsync()
    {
        var now = time.Now();
        if (await jobs.FindAsync(JobKind) is { } job)
            // A change of the row: if the job ends at the same time, one of the two starts again and sees what the other has done.
            job.DueAt = now;
        else
            jobs.Add(new Job { Id = JobKind, Kind = JobKind, Payload = "{}", CreatedAt = now, DueAt = now });
    }
}
