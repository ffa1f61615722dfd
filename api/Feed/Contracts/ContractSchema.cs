using System.Text.Json.Nodes;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The JSON Schema of one kind of message on a stream.</summary>
/// <param name="Name">The type of the entry, or the name of the event; also of its address, <c>/schemas/{name}.json</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Event">The name of the SSE event; null if it is a message without one.</param>
/// <param name="Summary">What it reports, for people.</param>
/// <param name="Json">The schema.</param>
internal sealed record ContractSchema(string Name, SchemaVersion Version, string? Event, string Summary, JsonObject Json)
{
    /// <summary>The dialect of the schemas: that of AsyncAPI, which every validator knows.</summary>
    public const string Dialect = "http://json-schema.org/draft-07/schema#";

    /// <summary>The file's name, by which the schemas refer to each other.</summary>
    public string File => $"{Name}.json";

    /// <param name="name">The name.</param>
    /// <param name="version">The version.</param>
    /// <param name="named">The name of the SSE event; null if it is a message without one.</param>
    /// <param name="summary">What it reports.</param>
    /// <param name="body">The schema of its JSON.</param>
    /// <param name="definitions">The schemas to which it refers.</param>
    public static ContractSchema Create(string name, SchemaVersion version, string? named, string summary, JsonObject body, JsonObject? definitions = null)
    {
        var json = new JsonObject { ["$schema"] = Dialect, ["title"] = name, ["description"] = summary, ["x-version"] = version.ToString() };
        if (named is not null)
            json["x-event"] = named;
        foreach (var (key, value) in body)
            json[key] = value?.DeepClone();
        if (definitions is { Count: > 0 })
            json["definitions"] = definitions.DeepClone();
        return new ContractSchema(name, version, named, summary, json);
    }
}
