using System.Text.Json.Nodes;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The schemas of what streams send besides entries.</summary>
internal static class StreamSchemas
{
    private static readonly SchemaVersion First = new(1, 0);

    // As TopicReads rejects topics.
    private static readonly ErrorCode[] Rejections = [ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.TopicNotFound, ErrorCode.Overloaded, ErrorCode.StorageUnavailable];

    public static IEnumerable<ContractSchema> Create(IEnumerable<EntryShape> shapes) =>
    [
        Snapshot(shapes.Where(shape => shape.Key is not null)),
        ContractSchema.Create("bye", new SchemaVersion(1, 1), "bye", "The last event of a stream: why the server ends it.", Object(new JsonObject { ["code"] = Codes([], Enum.GetValues<CloseReason>()) }, ["code"])),
        ContractSchema.Create(
            "topic-closed", First, "topic-closed", "On a stream of several topics: nothing of one is sent any more. The others go on.",
            Object(new JsonObject { ["topic"] = Topic(), ["code"] = Codes(Rejections, Enum.GetValues<CloseReason>().Where(reason => reason != CloseReason.ReplayEnded)) }, ["topic", "code"])),
        Signal("presence", "Who has a stream of a team's room open. Signals have no id, and replace the one of their type before."),
        Signal("typing", "Who is writing in a team's room."),
    ];

    /// <summary>Whether only streams of several topics send it.</summary>
    public static bool IsOfSeveralTopics(ContractSchema schema) =>
        schema.Name is "topic-closed" or "presence" or "typing" || EntryShapes.All.Any(shape => shape.Place != EntryPlace.Event && shape.Type == schema.Name);

    /// <summary>Returns the schema of a topic's name.</summary>
    public static JsonObject Topic() => new() { ["type"] = "string", ["maxLength"] = Topics.MaxLength };

    private static ContractSchema Signal(string type, string summary) => ContractSchema.Create(
        type, First, null, summary,
        Object(
            new JsonObject
            {
                ["topic"] = Topic(),
                ["type"] = new JsonObject { ["const"] = type },
                ["count"] = Described(new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, "How many people there are."),
                ["users"] = Described(
                    new JsonObject
                    {
                        ["type"] = "array",
                        ["maxItems"] = 100,
                        ["items"] = Object(new JsonObject { ["id"] = new JsonObject { ["type"] = "string" }, ["name"] = new JsonObject { ["type"] = "string" } }, ["id", "name"]),
                    },
                    "The first of them, by name."),
            },
            ["topic", "type", "count", "users"]));

    private static ContractSchema Snapshot(IEnumerable<EntryShape> shapes) => ContractSchema.Create(
        "snapshot", new SchemaVersion(2, 0), null, "The latest entry of every key. It replaces all that a client has.",
        Object(
            new JsonObject
            {
                ["topic"] = Described(Topic(), "The topic; on a stream of several topics only."),
                ["tag"] = Described(new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z2-7]{6}$" }, "What precedes the topic's cursor in the id; on a stream of several topics only."),
                ["type"] = new JsonObject { ["const"] = "snapshot" },
                ["eventId"] = Described(SchemaBuilder.EventId(), "The event that the topic is, or belongs to; left out for the reader's own topic, me."),
                ["teamId"] = Described(new JsonObject { ["type"] = "integer" }, "The team, if the topic is the room of one."),
                ["at"] = Described(SchemaBuilder.Time(), "When it was made."),
                ["now"] = Described(SchemaBuilder.Time(), "The server's time."),
                ["reset"] = Described(SchemaBuilder.Words(Enum.GetValues<ResetReason>().Select(reason => reason.ToWireName())), "Why the entries after the client's cursor can't be sent; left out if there was no cursor."),
                ["entries"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. shapes.Select(shape => (JsonNode)new JsonObject { ["$ref"] = $"{shape.Type}.json" })]) },
                },
            },
            ["type", "at", "now", "entries"]));

    private static JsonObject Codes(IEnumerable<ErrorCode> rejections, IEnumerable<CloseReason> reasons) => SchemaBuilder.Words(
    [
        .. rejections.Select(code => code.ToWireName()),
        .. reasons.Where(reason => !reason.IsSilent() && reason != CloseReason.OtherHistory).Select(reason => reason.ToWireName()),
    ]);

    private static JsonObject Object(JsonObject members, string[] required) =>
        new() { ["type"] = "object", ["properties"] = members, ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]) };

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }
}
