using System.Text;
using System.Text.Json.Nodes;

namespace LiveFeed.Infrastructure.Privacy;

/// <summary>Takes an erased user's name out of stored JSON, wherever it stands beside the user's id.</summary>
internal static class ErasedNames
{
    /// <summary>Returns the JSON without the name; null if it doesn't have it.</summary>
    public static byte[]? Replace(byte[] json, UserId userId) =>
        json.AsSpan().IndexOf(Encoding.UTF8.GetBytes(userId.Value)) < 0 || JsonNode.Parse(json) is not { } root || !Replace(root, userId.Value)
            ? null
            : Encoding.UTF8.GetBytes(root.ToJsonString(ApiJson.Options));

    /// <inheritdoc cref="Replace(byte[], UserId)"/>
    public static string? Replace(string json, UserId userId) =>
        Replace(Encoding.UTF8.GetBytes(json), userId) is { } replaced ? Encoding.UTF8.GetString(replaced) : null;

    private static bool Replace(JsonNode? node, string userId)
    {
        var replaced = false;
        if (node is JsonArray items)
        {
            foreach (var item in items)
                replaced |= Replace(item, userId);
        }
        else if (node is JsonObject members)
        {
            if ((IsText(members["id"], userId) || IsText(members["userId"], userId)) && members["name"] is { } name && !IsText(name, User.ErasedName))
            {
                members["name"] = User.ErasedName;
                replaced = true;
            }

            foreach (var (_, value) in members)
                replaced |= Replace(value, userId);
        }

        return replaced;
    }

    private static bool IsText(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var found) && found == text;
}
