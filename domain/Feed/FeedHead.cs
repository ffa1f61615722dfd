namespace LiveFeed.Domain.Feed;

/// <summary>How far a topic's feed has come. Its row is the lock that keeps commit order and sequence order the same.</summary>
public sealed class FeedHead
{
    public required string Topic { get; init; }

    /// <summary>Created with the log, so that it is noticed if another log has replaced it.</summary>
    public required string Epoch { get; init; }

    /// <summary>The sequence of the last entry; 0 if there is none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Grows whenever access to the topic changes.</summary>
    public long AccessVersion { get; private set; }

    /// <summary>Returns the sequence of the next entry, which is the last one from now on.</summary>
    public long Next() => ++Sequence;

    public void ChangeAccess() => AccessVersion++;
}
