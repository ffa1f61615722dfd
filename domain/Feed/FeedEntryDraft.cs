namespace LiveFeed.Domain.Feed;

/// <summary>An entry before it is in the feed and has a sequence number.</summary>
/// <param name="Topic">The topic whose feed it is.</param>
/// <param name="Type">One of <see cref="EntryTypes"/>.</param>
/// <param name="Key">Names the thing whose whole state the entry has; null if it has no state.</param>
/// <param name="At">When it happened.</param>
/// <param name="Body">The entry's content: a view. Its members stand beside <c>type, eventId, key, at</c>.</param>
/// <param name="Subject">What filters look at.</param>
public sealed record FeedEntryDraft(string Topic, string Type, string? Key, DateTimeOffset At, object Body, EntrySubject Subject)
{
    /// <summary>Whether the thing is gone. Then readers drop it, and snapshots leave it out.</summary>
    public bool Removed { get; init; }

    /// <summary>
    /// Set if a thing has left the readers of <see cref="Subject"/>: its subject from now on. Only readers get the entry whose filter lets
    /// <see cref="Subject"/> pass, and not this one.
    /// </summary>
    public EntrySubject? MovedTo { get; init; }
}
