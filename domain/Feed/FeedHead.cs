namespace LiveFeed.Domain.Feed;

/// <summary>Where an event's feed stands. Its row is the lock that keeps commit order and sequence order the same.</summary>
public sealed class FeedHead
{
    public required string EventId { get; init; }

    /// <summary>Made with the log, so that a log which took another's place is noticed.</summary>
    public required string Epoch { get; init; }

    /// <summary>The sequence of the last entry; 0 where there is none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Grows whenever who may read the event changes.</summary>
    public long AccessVersion { get; private set; }

    /// <summary>The sequence of the next entry, which is now the last.</summary>
    public long Next() => ++Sequence;

    public void ChangeAccess() => AccessVersion++;
}
