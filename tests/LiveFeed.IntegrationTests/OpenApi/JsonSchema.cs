using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.OpenApi;

/// <summary>Checks JSON against the schemas of the document, as far as the document uses them.</summary>
internal sealed class JsonSchema(JsonNode document)
{
    /// <summary>Returns what doesn't match the schema, by location.</summary>
    public IReadOnlyList<string> Check(JsonNode? value, JsonNode schema)
    {
        var wrong = new List<string>();
        Check(value, schema, "$", wrong);
        return wrong;
    }

    private void Check(JsonNode? value, JsonNode schema, string at, List<string> wrong)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            Check(value, Resolve(reference), at, wrong);
            return;
        }

        if (value is null)
        {
            // An empty schema accepts anything.
            if (schema["nullable"]?.GetValue<bool>() != true && (schema["type"] ?? schema["allOf"]) is not null)
                wrong.Add($"{at} is null");
            return;
        }

        foreach (var part in schema["allOf"]?.AsArray() ?? [])
            Check(value, part!, at, wrong);
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
            wrong.Add($"{at} is {value}");
        switch ((string?)schema["type"])
        {
            case "object":
                CheckObject(value as JsonObject, schema, at, wrong);
                break;
            case "array":
                CheckArray(value as JsonArray, schema, at, wrong);
                break;
            case "string":
                CheckText(value, schema, at, wrong);
                break;
            case "integer" when !(value is JsonValue number && number.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-')):
            case "boolean" when value is not JsonValue flag || !flag.TryGetValue(out bool _):
                wrong.Add($"{at} is {value.ToJsonString()}");
                break;
        }
    }

    private void CheckObject(JsonObject? value, JsonNode schema, string at, List<string> wrong)
    {
        if (value is null)
        {
            wrong.Add($"{at} is no object");
            return;
        }

        foreach (var name in schema["required"]?.AsArray().Select(name => (string)name!) ?? [])
        {
            if (!value.ContainsKey(name))
                wrong.Add($"{at}.{name} is missing");
        }

        foreach (var (name, member) in value)
        {
            if (schema["properties"]?[name] is { } known)
                Check(member, known, $"{at}.{name}", wrong);
            else if (schema["additionalProperties"] is JsonValue)
                wrong.Add($"{at}.{name} is unknown");
            else if (schema["additionalProperties"] is JsonObject further)
                Check(member, further, $"{at}.{name}", wrong);
        }
    }

    private void CheckArray(JsonArray? value, JsonNode schema, string at, List<string> wrong)
    {
        if (value is null)
            wrong.Add($"{at} is no array");
        for (var i = 0; i < value?.Count; i++)
            Check(value[i], schema["items"]!, $"{at}[{i}]", wrong);
    }

    private static void CheckText(JsonNode value, JsonNode schema, string at, List<string> wrong)
    {
        if (value is not JsonValue text || !text.TryGetValue(out string? said))
            wrong.Add($"{at} is no text");
        else if ((string?)schema["format"] == "date-time" && !Regex.IsMatch(said, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"))
            wrong.Add($"{at} is {said}");
        else if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(said, pattern))
            wrong.Add($"{at} is {said}");
    }

    public JsonNode Resolve(string reference) => reference[2..].Split('/').Aggregate(document, (node, name) => node[name]!);
}
