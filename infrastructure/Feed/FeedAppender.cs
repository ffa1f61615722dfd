using System.Text.Json;
using System.Text.Json.Serialization;
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
    /// <returns>What the transaction does to each topic.</returns>
    public IReadOnlyList<TopicCommit> Append(LiveFeedContext db, IdentityMap lookups, IReadOnlyList<DbSession> sessions, List<object> rows)
    {
        using var activity = Telemetry.Activities.StartActivity("append");
        var drafts = sessions.SelectMany(session => session.Entries).ToLookup(draft => draft.Topic);
        var changedAccess = sessions.SelectMany(session => session.ChangedAccess).ToHashSet(StringComparer.Ordinal);
        return [.. drafts.Select(topic => topic.Key).Union(changedAccess).Select(topic => Append(db, Head(lookups, topic), drafts[topic], changedAccess.Contains(topic), rows))];
    }

    private static TopicCommit Append(LiveFeedContext db, FeedHead head, IEnumerable<FeedEntryDraft> drafts, bool changesAccess, List<object> rows)
    {
        var previous = head.LastCheck;
        var appended = drafts.Select(draft => ToRow(draft, head)).ToList();
        if (changesAccess)
            head.ChangeAccess();
        db.Entry(head).DetectChanges();
        rows.AddRange(appended);
        return new TopicCommit(head.Topic, head.Epoch, head.Sequence, head.AccessVersion, previous, [.. appended.Select(row => row.ToEntry(head.Epoch))]);
    }

    private static FeedHead Head(IdentityMap lookups, string topic) => lookups.TryGet<FeedHead>(topic, out var head) && head is not null
        ? head
        : throw new InvalidOperationException($"A command has changed the topic {topic}, whose feed head it has not locked: make it an {nameof(IEventCommand)}, {nameof(IUserCommand)} or {nameof(IWideCommand)}.");

    private static FeedEntryRow ToRow(FeedEntryDraft draft, FeedHead head)
    {
        var check = EntryChecks.Create();
        return new FeedEntryRow
        {
            Topic = draft.Topic,
            Sequence = head.Next(check),
            Check = check,
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
    }

    /// <summary>Builds one JSON object: the entry's own members, followed by those of its body.</summary>
    private static byte[] Payload(FeedEntryDraft draft)
    {
        var shape = EntryShapes.Of(draft.Type);
        shape.Validate(draft);
        var head = JsonSerializer.SerializeToUtf8Bytes(EntryHead.Of(draft, shape), ApiJson.Options);
        var body = JsonSerializer.SerializeToUtf8Bytes(draft.Body, draft.Body.GetType(), ApiJson.Options);
        return [.. head.AsSpan(0, head.Length - 1), (byte)',', .. body.AsSpan(1)];
    }

    private sealed record EntryHead(
        string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventId? EventId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TeamId, string? Key, DateTimeOffset At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Schema)
    {
        public static EntryHead Of(FeedEntryDraft draft, EntryShape shape)
        {
            var topic = Topics.Get(draft.Topic);
            return new EntryHead(draft.Type, topic.EventId, topic.TeamId, draft.Key, draft.At, shape.WrittenVersion);
        }
    }
}
