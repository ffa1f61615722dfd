namespace LiveFeed.Domain.Jobs;

/// <summary>Jobs, in the transaction of the command that uses them.</summary>
public interface IJobStore
{
    Task<Job?> FindAsync(string id);

    /// <summary>Adds a job: it will be done if the transaction commits, and not otherwise.</summary>
    void Add(Job job);

    void Remove(Job job);
}
