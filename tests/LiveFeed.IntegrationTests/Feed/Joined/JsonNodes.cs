using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>JSON that is compared.</summary>
internal static class JsonNodes
{
    /// <summary>Returns an object without one of its members.</summary>
    public static JsonElement Without(JsonElement element, string member)
    {
        var node = JsonNode.Parse(element.GetRawText())!.AsObject();
        node.Remove(member);
        return JsonSerializer.SerializeToElement(node);
    }

    /// <summary>Returns an entry as it is after its text was deleted.</summary>
    public static string Blanked(string json) => JsonDocument.Parse(json).RootElement.TryGetProperty("text", out var text)
        ? json.Replace(text.GetRawText(), $"\"{new string(' ', Encoding.UTF8.GetByteCount(text.GetRawText()) - 2)}\"", StringComparison.Ordinal)
        : json;

    /// <summary>Returns an object's text in the form that equal objects share.</summary>
    public static string Sorted(string json) => JsonNode.Parse(json)!.ToJsonString();
}
