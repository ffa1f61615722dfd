using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using LiveFeed.Api.Feed.Contracts;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

/// <summary>
/// Holds what streams and polls send against its schema, and counts what was seen. Beyond the schema, which lets later versions add members, it rejects members that the
/// schema doesn't know.
/// </summary>
internal sealed class SchemaChecker
{
    private readonly EvaluationOptions options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private readonly Dictionary<string, JsonSchema> schemas = [];

    public SchemaChecker()
    {
        var building = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        foreach (var contract in ContractSchemas.All)
        {
            var closed = contract.Json.DeepClone();
            Close(closed);
            schemas.Add(contract.Name, JsonSchema.FromText(closed.ToJsonString(), building, new Uri($"https://livefeed.example/schemas/{contract.File}")));
        }
    }

    /// <summary>The schemas by which something was found right: their names, with <c>-</c> before those of things that are gone.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <summary>Asserts that a message of a stream is as its schema says.</summary>
    public void Check(StreamItem item)
    {
        var name = item.Type == "message" ? item.Kind! : item.Type;
        Check(name, item.Data);
        if (item.Kind != "snapshot")
            return;
        // Each by itself, so that a failure says what is wrong with it.
        foreach (var entry in item.Data.GetProperty("entries").EnumerateArray())
            CheckEntry(entry);
    }

    /// <summary>Asserts that an entry is as the schema of its type says.</summary>
    public void CheckEntry(JsonElement entry) => Check(entry.GetProperty("type").GetString()!, entry);

    private void Check(string name, JsonElement json)
    {
        Assert.True(schemas.TryGetValue(name, out var schema), $"There is no schema of {name}.");
        var result = schema!.Evaluate(json, options);
        Assert.True(result.IsValid, $"This {name} isn't as its schema says: {json.GetRawText()}\n{Explain(result)}");
        Seen.Add(json.TryGetProperty("removed", out _) ? $"-{name}" : name);
    }

    private static string Explain(EvaluationResults result) => string.Join(
        '\n', (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).SelectMany(detail => detail.Errors!, (detail, error) => $"{detail.InstanceLocation} {detail.EvaluationPath}: {error.Value}"));

    private static void Close(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Close(item);
        }

        if (node is not JsonObject schema)
            return;
        foreach (var (_, inside) in schema.ToList())
            Close(inside);
        if (schema["properties"] is JsonObject && (string?)(schema["type"] as JsonValue) == "object")
            schema["additionalProperties"] = false;
    }
}
