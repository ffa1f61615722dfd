using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// Writes the entries of a transaction at its end: the update of the feed's head row locks it until the commit, so that sequence order
/// is commit order (invariant 2), and the entries stand or fall with the change they tell of (invariant 1).
/// </summary>
internal sealed class FeedWriter
{
    public async Task<AppendedEntries> AppendAsync(LiveFeedContext db, IEnumerable<DbSession> sessions)
    {
        var all = sessions.ToList();
        var appended = new List<EventEntries>();
        // Always in the same order, so that two transactions never wait for each other's heads.
        foreach (var drafts in all.SelectMany(session => session.Entries).GroupBy(draft => draft.EventId).OrderBy(group => group.Key, StringComparer.Ordinal))
            appended.Add(await AppendAsync(db, drafts.Key, [.. drafts]));

        var changedAccess = all.SelectMany(session => session.ChangedAccess).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var eventId in changedAccess)
            await db.FeedHeads.Where(head => head.EventId == eventId).ExecuteUpdateAsync(set => set.SetProperty(head => head.AccessVersion, head => head.AccessVersion + 1));
        await db.SaveChangesAsync();
        return new AppendedEntries(appended, changedAccess);
    }

    private static async Task<EventEntries> AppendAsync(LiveFeedContext db, string eventId, List<FeedEntryDraft> drafts)
    {
        var count = drafts.Count;
        await db.FeedHeads.Where(row => row.EventId == eventId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, row => row.Sequence + count));
        var head = await db.FeedHeads.AsNoTracking().SingleAsync(row => row.EventId == eventId);
        var sequence = head.Sequence - count;
        var rows = drafts.Select(draft => ToRow(draft, ++sequence)).ToList();
        db.FeedEntries.AddRange(rows);
        return new EventEntries(eventId, head.Epoch, [.. rows.Select(row => FeedEntry.Of(row, head.Epoch))]);
    }

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
