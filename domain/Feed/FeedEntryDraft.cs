namespace LiveFeed.Domain.Feed;

/// <summary>An entry before it is in the feed and has a sequence number.</summary>
/// <param name="EventId">The event whose feed it is.</param>
/// <param name="Type">One of <see cref="EntryTypes"/>.</param>
/// <param name="Key">Names the thing whose whole state the entry has; null if it has no state.</param>
/// <param name="At">When it happened.</param>
/// <param name="Body">The entry's content: a view. Its members stand beside <c>type, eventId, key, at</c>.</param>
/// <param name="Subject">What filters look at.</param>
public sealed record FeedEntryDraft(string EventId, string Type, string? Key, DateTimeOffset At, object Body, EntrySubject Subject)
{
    /// <summary>Whether the thing is gone. Then readers drop it, and snapshots leave it out.</summary>
    public bool Removed { get; init; }
}

/// <summary>The subject of an entry: what it is about, for readers' filters. An entry without a match concerns the whole event.</summary>
public readonly record struct EntrySubject(int? MatchId = null, int? Team1Id = null, int? Team2Id = null, int? DivisionId = null);

public static class EntryTypes
{
    public const string ScoreUpdate = "score-update";
    public const string ClaimUpdate = "claim-update";
    public const string MatchUpdate = "match-update";
    public const string EventUpdate = "event-update";
    public const string Incident = "incident";

    public static IReadOnlyList<string> All { get; } = [ScoreUpdate, ClaimUpdate, MatchUpdate, EventUpdate, Incident];
}

/// <summary>
/// Collects the feed entries of the running command. They get their sequence numbers at its commit, in the order in which they were added.
/// </summary>
public interface IFeedEntryCollector
{
    void Add(FeedEntryDraft entry);

    /// <summary>Notifies the event's streams that access to the event has changed.</summary>
    void AccessChanged(string eventId);
}

/// <summary>The body of an entry that reports that a thing is gone.</summary>
public sealed record RemovedView(int MatchId, bool Removed = true);
