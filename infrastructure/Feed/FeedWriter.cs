using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// Numbers and adds the entries of a transaction at its end. The feed's head row is locked from the transaction's begin to its commit, so
/// that sequence order is commit order (invariant 2), and the entries stand or fall with the change they tell of (invariant 1).
/// </summary>
internal sealed class FeedWriter
{
    /// <param name="lookups">Has the locked heads.</param>
    /// <param name="sessions">The commands whose entries are published, in their order.</param>
    /// <param name="rows">Takes the entries' rows.</param>
    public AppendedEntries Append(Lookups lookups, IReadOnlyList<DbSession> sessions, List<object> rows)
    {
        var appended = new List<EventEntries>();
        foreach (var drafts in sessions.SelectMany(session => session.Entries).GroupBy(draft => draft.EventId))
        {
            var head = Head(lookups, drafts.Key);
            var entries = drafts.Select(draft => ToRow(draft, head.Next())).ToList();
            rows.AddRange(entries);
            appended.Add(new EventEntries(head.EventId, head.Epoch, [.. entries.Select(row => FeedEntry.Of(row, head.Epoch))]));
        }

        var changedAccess = sessions.SelectMany(session => session.ChangedAccess).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var eventId in changedAccess)
            Head(lookups, eventId).ChangeAccess();
        return new AppendedEntries(appended, changedAccess);
    }

    private static FeedHead Head(Lookups lookups, string eventId) => lookups.TryGet<FeedHead>(eventId, out var head) && head is not null
        ? head
        : throw new InvalidOperationException($"A command has changed the event {eventId}, whose feed head it has not locked: make it an {nameof(IEventCommand)}.");

    private static FeedEntryRow ToRow(FeedEntryDraft draft, long sequence) => new()
    {
        EventId = draft.EventId,
        Sequence = sequence,
        Type = draft.Type,
        Key = draft.Key,
        Removed = draft.Removed,
        MatchId = draft.Facets.MatchId,
        Team1Id = draft.Facets.Team1Id,
        Team2Id = draft.Facets.Team2Id,
        DivisionId = draft.Facets.DivisionId,
        Payload = Payload(draft),
    };

    /// <summary>One JSON object: the entry's own members, and then those of its body.</summary>
    private static byte[] Payload(FeedEntryDraft draft)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new EntryHead(draft.Type, draft.EventId, draft.Key, draft.At), WireJson.Options);
        var body = JsonSerializer.SerializeToUtf8Bytes(draft.Body, draft.Body.GetType(), WireJson.Options);
        return [.. head.AsSpan(0, head.Length - 1), (byte)',', .. body.AsSpan(1)];
    }

    private sealed record EntryHead(string Type, string EventId, string? Key, DateTimeOffset At);
}

/// <summary>What a committed transaction appended.</summary>
internal sealed record AppendedEntries(IReadOnlyList<EventEntries> Entries, IReadOnlyList<string> ChangedAccess)
{
    public static readonly AppendedEntries None = new([], []);
}

/// <summary>New entries of one event's feed, in order.</summary>
internal sealed record EventEntries(string EventId, string Epoch, IReadOnlyList<FeedEntry> Entries);

/// <summary>
/// Tells hubs that there is more to read. A hint only: lost, doubled or reordered, it changes nothing but latency, because the log in
/// the database is the truth.
/// </summary>
internal interface IFeedSignal
{
    void Appended(EventEntries entries);

    /// <summary>Who may read the event changed; returns when this process acts on it.</summary>
    Task AccessChangedAsync(string eventId);
}
