namespace LiveFeed.Domain.Jobs;

/// <summary>
/// Work that is written down in the transaction that causes it, and done later by one instance: the one that holds its lease. If that instance dies, another
/// one takes the job over when the lease ends. Each lease has a higher number, the fence: an instance that was thought dead and comes back can't end the job
/// any more, nor commit what a command of the job does (<see cref="IJobCommand"/>).
/// </summary>
public sealed class Job
{
    public const int MaxErrorLength = 500;

    public required string Id { get; init; }

    /// <summary>Selects the code that does it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about, as JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is to be done, or tried again.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>The instance that does it; null if none does.</summary>
    public string? Owner { get; private set; }

    /// <summary>The number of the newest lease.</summary>
    public long Fence { get; private set; }

    /// <summary>When the owner's lease ends.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>How often it was begun since it last succeeded.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; private set; }

    /// <summary>Returns whether an instance may take it now.</summary>
    public bool IsFree(DateTimeOffset now) => DueAt <= now && (LeasedUntil is null || LeasedUntil <= now);

    /// <summary>Returns whether this is still the newest lease.</summary>
    public bool IsHeldBy(JobLease lease) => Owner is not null && Fence == lease.Fence;

    /// <summary>Gives the job to an instance.</summary>
    public JobLease Take(string owner, DateTimeOffset until)
    {
        (Owner, LeasedUntil) = (owner, until);
        Attempts++;
        return new JobLease(Id, ++Fence, Attempts);
    }

    public void Renew(DateTimeOffset until) => LeasedUntil = until;

    /// <summary>It is done for now, and due again.</summary>
    public void Repeat(DateTimeOffset dueAt) => (Owner, LeasedUntil, DueAt, Attempts, LastError) = (null, null, dueAt, 0, null);

    /// <summary>It has failed, and is tried again.</summary>
    public void Fail(string error, DateTimeOffset dueAt) =>
        (Owner, LeasedUntil, DueAt, LastError) = (null, null, dueAt, ShortText.Of(error, MaxErrorLength));
}
