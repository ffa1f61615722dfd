using System.Text.Json;

namespace LiveFeed.Client;

/// <summary>Reads what the server sends.</summary>
internal static class FeedMessages
{
    /// <summary>Returns what a message of a stream says, without its cursor; null if it is of a kind that this client doesn't know.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="data">Its JSON.</param>
    public static FeedItem? Read(string name, ReadOnlySpan<byte> data)
    {
        if (name is not ("message" or "bye" or "topic-closed"))
            return null;
        var reader = new Utf8JsonReader(data);
        var json = JsonElement.ParseValue(ref reader);
        if (name == "bye")
            return new StreamClosed(json.GetProperty("code").GetString()!);
        var topic = json.GetProperty("topic").GetString()!;
        if (name == "topic-closed")
            return new TopicClosed(topic, json.GetProperty("code").GetString()!);
        var type = json.GetProperty("type").GetString()!;
        // Every entry has a key, if only null.
        return type == "snapshot" ? Snapshot(topic, json) : json.TryGetProperty("key", out _) ? Entry(topic, json) : new FeedSignal(topic, type, json);
    }

    /// <summary>Returns what a page of a poll says.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cursor">The cursor with which it was asked for; null if there was none.</param>
    /// <param name="hadCursor">Returns whether the topic with this tag was asked for with a cursor: one without begins with its snapshot.</param>
    public static List<FeedItem> ReadPage(JsonElement page, string? cursor, Func<string, bool> hadCursor)
    {
        var items = new List<FeedItem>();
        foreach (var topic in page.GetProperty("topics").EnumerateArray())
        {
            var path = topic.GetProperty("topic").GetString()!;
            if (topic.TryGetProperty("closed", out var code))
                items.Add(new TopicClosed(path, code.GetString()!));
            else if (topic.TryGetProperty("reset", out _) || !hadCursor(topic.GetProperty("tag").GetString()!))
                items.Add(Snapshot(path, topic));
            else
                items.AddRange(Entries(path, topic));
            // A stream says so by itself.
            if (topic.TryGetProperty("more", out var more) && !more.GetBoolean() && IsArchived(topic))
                items.Add(new TopicClosed(path, "event_archived"));
        }

        // A page is taken as a whole: its cursor is behind the last of its items.
        var next = page.GetProperty("cursor").GetString();
        if (items.Count == 0 && next != cursor)
            items.Add(new FeedProgress());
        if (items.Count > 0)
            items[^1] = items[^1] with { Cursor = next };
        return items;
    }

    private static FeedSnapshot Snapshot(string topic, JsonElement json) => new(
        topic, json.TryGetProperty("reset", out var reset) ? reset.GetString() : null, [.. Entries(topic, json)]);

    // Each by itself: one that is kept must not keep all that came with it.
    private static IEnumerable<FeedEntry> Entries(string topic, JsonElement json) => json.GetProperty("entries").EnumerateArray().Select(entry => Entry(topic, entry.Clone()));

    private static FeedEntry Entry(string topic, JsonElement json) => new(
        topic, json.GetProperty("type").GetString()!, json.GetProperty("key").GetString(), json.GetProperty("at").GetDateTimeOffset(),
        json.TryGetProperty("removed", out var removed) && removed.GetBoolean(), json.TryGetProperty("schema", out var schema) ? schema.GetInt32() : 1, json);

    private static bool IsArchived(JsonElement topic)
    {
        var latest = topic.GetProperty("entries").EnumerateArray().LastOrDefault(entry => entry.GetProperty("key").ValueKind == JsonValueKind.String && entry.GetProperty("key").ValueEquals("event"));
        return latest.ValueKind == JsonValueKind.Object && latest.TryGetProperty("archived", out var archived) && archived.GetBoolean();
    }
}
