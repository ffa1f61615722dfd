using System.Text.Json.Nodes;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.Sessions;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The AsyncAPI document of the streams (asyncapi.com, version 3.0): which channels there are, what comes on them, and how one opens them.</summary>
internal static class AsyncApiDocument
{
    public const string Name = "v1";

    private const string Ticket = "ticket";

    private static readonly string[] Event = ["matches", "teams", "divisions", "types"];

    /// <summary>Makes the document. It refers to the schemas by addresses relative to its own.</summary>
    public static JsonObject Create(IReadOnlyList<ContractSchema> schemas)
    {
        var ofOne = schemas.Where(schema => !StreamSchemas.IsOfSeveralTopics(schema)).ToList();
        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "LiveFeed streams",
                ["version"] = Name,
                ["description"] = "Live sports feeds as Server-Sent Events. The id of each message is a cursor: a client that sends the last one back gets exactly what follows. "
                    + "The OpenAPI document has all other calls, and polls of the same entries.",
                ["license"] = new JsonObject { ["name"] = "MIT" },
            },
            ["defaultContentType"] = "application/json",
            ["channels"] = new JsonObject
            {
                ["event"] = Channel(
                    "/api/events/{eventId}/stream", "The feed of one event.", ofOne,
                    new JsonObject { ["eventId"] = new JsonObject { ["description"] = "The event's id: 1 to 64 of A-Z a-z 0-9 _ and -." } }),
                ["topics"] = Channel("/api/stream", "The feeds of several topics. There is no order between them.", schemas, null),
            },
            ["operations"] = new JsonObject
            {
                ["streamEvent"] = Operation("event", "Stream the feed of an event", ofOne, Query(Event.Select(name => (name, Filter(name))))),
                ["streamTopics"] = Operation("topics", "Stream the feeds of several topics", schemas, Query([("topic", Topic())], ["topic"])),
            },
            ["components"] = new JsonObject
            {
                ["messages"] = new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Name, (JsonNode?)Message(schema)))),
                ["securitySchemes"] = new JsonObject
                {
                    [SecuritySchemes.Bearer] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "The accessToken from POST /api/auth/login." },
                    [SecuritySchemes.Cookie] = Key("cookie", AuthCookies.Access, "The cookie from POST /api/auth/login?cookies=true."),
                    [Ticket] = Key("query", "ticket", "From POST /api/streams/tickets: for one stream, within 60 seconds."),
                },
            },
        };
    }

    private static JsonObject Channel(string address, string description, IEnumerable<ContractSchema> schemas, JsonObject? parameters)
    {
        var channel = new JsonObject
        {
            ["address"] = address,
            ["description"] = description,
            ["messages"] = new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Name, (JsonNode?)Reference($"#/components/messages/{schema.Name}")))),
        };
        if (parameters is not null)
            channel["parameters"] = parameters;
        return channel;
    }

    private static JsonObject Operation(string channel, string title, IEnumerable<ContractSchema> schemas, JsonObject query) => new()
    {
        ["action"] = "send",
        ["channel"] = Reference($"#/channels/{channel}"),
        ["title"] = title,
        ["description"] = "Public events need none of the schemes. A header Last-Event-ID, or lastEventId in the query, resumes after that cursor; without it the stream begins with a snapshot.",
        ["security"] = new JsonArray([.. new[] { SecuritySchemes.Bearer, SecuritySchemes.Cookie, Ticket }.Select(scheme => (JsonNode)Reference($"#/components/securitySchemes/{scheme}"))]),
        ["bindings"] = new JsonObject { ["http"] = new JsonObject { ["method"] = "GET", ["query"] = query, ["bindingVersion"] = "0.3.0" } },
        ["messages"] = new JsonArray([.. schemas.Select(schema => (JsonNode)Reference($"#/channels/{channel}/messages/{schema.Name}"))]),
    };

    private static JsonObject Message(ContractSchema schema) => new()
    {
        ["name"] = schema.Event ?? "message",
        ["title"] = schema.Name,
        ["summary"] = schema.Summary,
        ["payload"] = Reference($"../schemas/{schema.File}"),
    };

    private static JsonObject Query(IEnumerable<(string Name, JsonObject Schema)> parameters, string[]? required = null)
    {
        var members = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Schema)))
        {
            ["lastEventId"] = Text("The cursor after which to go on, for clients that can't set headers."),
            [Ticket] = Text("A ticket, for clients that can't set headers and have no cookie."),
        };
        var query = new JsonObject { ["type"] = "object", ["properties"] = members };
        if (required is not null)
            query["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return query;
    }

    private static JsonObject Filter(string name) => Text(name == "types"
        ? $"Only entries of these types, separated by commas: {string.Join(", ", EntryTypes.All)}."
        : $"Only entries of these {name}: ids, separated by commas. Entries about the event as a whole come all the same.");

    private static JsonObject Topic() => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["maxItems"] = TopicsQuery.MaxTopics,
        ["items"] = Text("A topic's path, and behind a ? the filter of its own stream, encoded once: events/cup?teams=7. The parameter is repeated."),
    };

    private static JsonObject Key(string place, string name, string description) => new() { ["type"] = "httpApiKey", ["in"] = place, ["name"] = name, ["description"] = description };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
