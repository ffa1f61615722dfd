using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiveFeed.Api.OpenApi;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>
/// Makes the JSON Schema of what the serializer writes of a type: with the words and numbers that converters write, and the texts of the documentation comments. Types
/// inside of it become definitions, to which it refers.
/// </summary>
internal sealed class SchemaBuilder
{
    private const string Milliseconds = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$";

    private readonly JsonSchemaExporterOptions exporting;

    public SchemaBuilder() => exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>The types inside, by name.</summary>
    public JsonObject Definitions { get; } = [];

    /// <summary>Returns the schema of a type.</summary>
    public JsonObject Of(Type type) => (JsonObject)ApiJson.Options.GetJsonSchemaAsNode(type, exporting);

    public static JsonObject Time() => new() { ["type"] = "string", ["format"] = "date-time", ["pattern"] = Milliseconds };

    public static JsonObject EventId() => Domain(OpenApi.Schemas.EventId().Pattern, LiveFeed.Domain.Events.EventId.MaxLength);

    public static JsonObject Words(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    private static JsonObject Domain(string? pattern, int length) =>
        new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = length, ["pattern"] = pattern };

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode exported)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isInside = !context.Path.IsEmpty;
        var schema = Converted(type) ?? (context.TypeInfo.Kind == JsonTypeInfoKind.Object ? Object(ApiJson.Options.GetTypeInfo(type), (JsonObject)exported, isInside) : WithoutNull((JsonObject)exported));
        return context.PropertyInfo is null && isInside && type != context.TypeInfo.Type ? WithNull(schema) : schema;
    }

    /// <summary>Returns the schema of a type that a converter writes, of which the exporter knows nothing; null if none does.</summary>
    private JsonObject? Converted(Type type)
    {
        if (type == typeof(DateTimeOffset))
            return Time();
        if (type == typeof(EventId))
            return EventId();
        if (type == typeof(UserId))
            return new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = UserId.MaxLength };
        if (type == typeof(MatchId))
            return new JsonObject { ["type"] = "integer" };
        if (type.IsEnum)
            return Words(OpenApi.Schemas.WordsOf(type));
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>)
            ? new JsonObject { ["type"] = "array", ["items"] = Inside(type.GetGenericArguments()[0]) }
            : null;
    }

    /// <summary>Returns the schema of the items of a list that a converter writes.</summary>
    private JsonObject Inside(Type type)
    {
        var schema = Of(type);
        return (string?)schema["type"] == "object" ? Define(type, schema) : schema;
    }

    private JsonObject Object(JsonTypeInfo type, JsonObject exported, bool isInside)
    {
        // A type that contains itself is referred to by its place.
        if (exported.ContainsKey("$ref"))
            return Reference(type.Type);
        exported["type"] = "object";
        // Clients must accept what later versions add.
        exported.Remove("additionalProperties");
        exported.Remove("required");
        var members = exported["properties"]!.AsObject();
        foreach (var member in type.Properties.Where(member => members.ContainsKey(member.Name)))
            members[member.Name] = Member(member, members[member.Name]!.AsObject());
        if (type.Properties.Where(IsAlwaysWritten).Select(member => (JsonNode)member.Name).ToArray() is { Length: > 0 } required)
            exported["required"] = new JsonArray(required);
        return isInside ? Define(type.Type, exported) : exported;
    }

    private JsonObject Member(JsonPropertyInfo member, JsonObject exported)
    {
        // The defaults of parameters are for reading. For a member that has one, the exporter drops what Transform returned of a converter.
        exported.Remove("default");
        var schema = exported.Count > 0 ? (JsonObject)exported.DeepClone() : Converted(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)
            ?? throw new InvalidOperationException($"The converter of {member.PropertyType.Name} has no schema.");
        if (member.IsGetNullable && IsAlwaysWritten(member))
            schema = WithNull(schema);
        if (Documentation.Of(member) is not { } text)
            return schema;
        // Many tools read older drafts, in which nothing counts beside a reference.
        if (schema.ContainsKey("$ref"))
            schema = new JsonObject { ["allOf"] = new JsonArray(schema) };
        schema.Insert(0, "description", text);
        return schema;
    }

    private JsonObject Define(Type type, JsonObject schema)
    {
        if (Documentation.Of(type) is { } text && !schema.ContainsKey("description"))
            schema.Insert(0, "description", text);
        Definitions[SchemaNames.Of(type)] = schema.DeepClone();
        return Reference(type);
    }

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/definitions/{SchemaNames.Of(type)}" };

    private static JsonObject WithoutNull(JsonObject exported)
    {
        if (exported["type"] is JsonArray types)
            exported["type"] = types.Select(type => (string)type!).Single(type => type != "null");
        return exported;
    }

    private static JsonObject WithNull(JsonObject schema)
    {
        if (schema.ContainsKey("$ref"))
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray((string)schema["type"]!, "null");
        if (schema["enum"] is JsonArray words)
            words.Add(null);
        return schema;
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().Any() != true;
}
