namespace LiveFeed.Domain.Jobs;

/// <summary>
/// A command that does a job. What it changes and the job's end commit together or not at all, and only while its lease is the newest one: the change is made
/// once, whichever instances try.
/// </summary>
public interface IJobCommand : ICommand
{
    JobLease Lease { get; }
}
