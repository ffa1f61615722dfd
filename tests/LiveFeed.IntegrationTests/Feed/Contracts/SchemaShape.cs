using System.Text.Json.Nodes;
using LiveFeed.Domain.Feed;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

/// <summary>What a schema says of the shape of JSON, without its texts and its version.</summary>
internal static class SchemaShape
{
    private static readonly string[] Texts = ["description", "x-version"];

    public static JsonObject Of(JsonNode schema) => (JsonObject)Without(schema)!;

    public static SchemaVersion Version(JsonNode schema)
    {
        var parts = ((string)schema["x-version"]!).Split('.').Select(int.Parse).ToList();
        return new SchemaVersion(parts[0], parts[1]);
    }

    /// <summary>Returns what is wrong with a schema that follows another one: an unchanged version, or a version that promises more than there is. Null if nothing is.</summary>
    public static string? Fault(JsonNode before, JsonNode after)
    {
        var (old, now) = (Version(before), Version(after));
        if (JsonNode.DeepEquals(Of(before), Of(after)))
            return old == now ? null : "Its shape is the same, and so must be its version.";
        if (now == old with { Minor = old.Minor + 1 })
            return Includes(Of(before), Of(after)) ? null : "What it has lost or changed, clients of the version before can't read: it needs a new major version.";
        return now == new SchemaVersion(old.Major + 1, 0) ? null : "Its shape has changed, and so must its version.";
    }

    /// <summary>Returns whether all that one schema promises is promised by another one too.</summary>
    private static bool Includes(JsonNode? promised, JsonNode? now) => (promised, now) switch
    {
        // Members may be added.
        (JsonObject old, JsonObject @new) => old.All(member => Includes(member.Value, @new[member.Key])),
        // Required members, words and kinds of entries may be added; what stands in order is compared by content.
        (JsonArray old, JsonArray @new) => old.All(item => @new.Any(other => Includes(item, other))),
        _ => JsonNode.DeepEquals(promised, now),
    };

    private static JsonNode? Without(JsonNode? schema, bool areMembers = false) => schema switch
    {
        // Among members, one may be called description.
        JsonObject all => new JsonObject(all.Where(member => areMembers || !Texts.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, Without(member.Value, !areMembers && member.Key is "properties" or "definitions")))),
        JsonArray items => new JsonArray([.. items.Select(item => Without(item))]),
        _ => schema?.DeepClone(),
    };
}
