namespace LiveFeed.Domain.Feed;

/// <summary>How far a topic's feed has come. Its row is the lock that keeps commit order and sequence order the same.</summary>
public sealed class FeedHead
{
    public required string Topic { get; init; }

    /// <summary>Created with the log, so that it is noticed if another log has replaced it. A log that is cut at its end gets a new one.</summary>
    public required string Epoch { get; set; }

    /// <summary>The sequence of the last entry; 0 if there is none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Grows whenever access to the topic changes.</summary>
    public long AccessVersion { get; private set; }

    /// <summary>The check of the entry at <see cref="CheckedSequence"/>.</summary>
    public string? Check { get; private set; }

    /// <summary>The sequence that <see cref="Check"/> belongs to: lower than <see cref="Sequence"/> if a version that stores none has appended since.</summary>
    public long? CheckedSequence { get; private set; }

    /// <summary>The check of the last entry; null if it isn't known.</summary>
    public string? LastCheck => CheckedSequence == Sequence ? Check : null;

    /// <summary>Entries up to this sequence are only those of the state at some later one; null if the log is whole.</summary>
    public long? CutTo { get; private set; }

    /// <summary>Returns the sequence of the next entry, which is the last one from now on.</summary>
    /// <param name="check">The entry's check.</param>
    public long Next(string check)
    {
        (Check, CheckedSequence) = (check, ++Sequence);
        return Sequence;
    }

    public void ChangeAccess() => AccessVersion++;

    public void Cut(long to) => CutTo = to;
}
