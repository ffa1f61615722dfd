using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Streaming.Signals;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>
/// Numbers the entries of a transaction and adds them at its end. The feed's head row is locked from the transaction's begin to its commit,
/// so sequence order is commit order (invariant 2). The entries are committed or rolled back together with the change that they report
/// (invariant 1).
/// </summary>
internal sealed class FeedAppender
{
    /// <param name="db">The transaction's context.</param>
    /// <param name="lookups">Holds the locked heads.</param>
    /// <param name="sessions">The sessions of the commands whose entries are published, in the order of the commands.</param>
    /// <param name="rows">Receives the entries' rows.</param>
    public AppendedEntries Append(LiveFeedContext db, IdentityMap lookups, IReadOnlyList<DbSession> sessions, List<object> rows)
    {
        using var activity = Telemetry.Activities.StartActivity("append");
        var appended = new List<TopicEntries>();
        foreach (var drafts in sessions.SelectMany(session => session.Entries).GroupBy(draft => draft.Topic))
        {
            var head = Head(lookups, drafts.Key);
            var entries = drafts.Select(draft => ToRow(draft, head.Next())).ToList();
            db.Entry(head).DetectChanges();
            rows.AddRange(entries);
            appended.Add(new TopicEntries(head.Topic, head.Epoch, [.. entries.Select(row => row.ToEntry(head.Epoch))]));
        }

        var changedAccess = sessions.SelectMany(session => session.ChangedAccess).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var head in changedAccess.Select(topic => Head(lookups, topic)))
        {
            head.ChangeAccess();
            db.Entry(head).DetectChanges();
        }

        return new AppendedEntries(appended, changedAccess);
    }

    private static FeedHead Head(IdentityMap lookups, string topic) => lookups.TryGet<FeedHead>(topic, out var head) && head is not null
        ? head
        : throw new InvalidOperationException($"A command has changed the topic {topic}, whose feed head it has not locked: make it an {nameof(IEventCommand)}.");

    private static FeedEntryRow ToRow(FeedEntryDraft draft, long sequence) => new()
    {
        Topic = draft.Topic,
        Sequence = sequence,
        Check = EntryChecks.Create(),
        Type = draft.Type,
        Key = draft.Key,
        Removed = draft.Removed,
        MatchId = draft.Subject.MatchId,
        Team1Id = draft.Subject.Team1Id,
        Team2Id = draft.Subject.Team2Id,
        DivisionId = draft.Subject.DivisionId,
        MovedTo = FeedEntryRow.WriteSubject(draft.MovedTo),
        Payload = Payload(draft),
    };

    /// <summary>Builds one JSON object: the entry's own members, followed by those of its body.</summary>
    private static byte[] Payload(FeedEntryDraft draft)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new EntryHead(draft.Type, Topics.GetEventId(draft.Topic), draft.Key, draft.At), ApiJson.Options);
        var body = JsonSerializer.SerializeToUtf8Bytes(draft.Body, draft.Body.GetType(), ApiJson.Options);
        return [.. head.AsSpan(0, head.Length - 1), (byte)',', .. body.AsSpan(1)];
    }

    private sealed record EntryHead(string Type, EventId EventId, string? Key, DateTimeOffset At);
}
