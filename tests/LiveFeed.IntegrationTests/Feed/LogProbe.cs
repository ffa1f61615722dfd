using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>A topic's log as the polling route returns it, from its first entry. Every reader is compared with it.</summary>
internal sealed record LogProbe(string Epoch, IReadOnlyDictionary<long, JsonElement> Entries)
{
    public long Head => Entries.Count;

    public static Task<LogProbe> ReadAsync(HttpClient http, string eventId) =>
        ReadAsync(http, $"/api/events/{eventId}/feed?", "", page => page);

    /// <summary>Returns the log of any topic.</summary>
    /// <param name="http">Reads it.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="tag">What stands for it in cursors.</param>
    public static Task<LogProbe> ReadAsync(HttpClient http, string topic, string tag) =>
        ReadAsync(http, $"/api/feed?topic={topic}&", $"{tag}:", page => page.GetProperty("topics")[0]);

    private static async Task<LogProbe> ReadAsync(HttpClient http, string path, string tag, Func<JsonElement, JsonElement> feedOf)
    {
        var epoch = Cursor(await http.GetFromJsonAsync<JsonElement>(path))[0];
        var entries = new Dictionary<long, JsonElement>();
        var after = 0L;
        for (var more = true; more;)
        {
            // Without the check of the last entry, which a cursor need not have.
            var page = await http.GetFromJsonAsync<JsonElement>($"{path}after={tag}{epoch}.{after}&limit=1000");
            var feed = feedOf(page);
            Assert.False(feed.TryGetProperty("reset", out _), "The log is read in full, without a reset.");
            foreach (var entry in feed.GetProperty("entries").EnumerateArray())
                entries.Add(entries.Count + 1, entry);
            more = feed.GetProperty("more").GetBoolean();
            after = entries.Count;
            Assert.Equal([epoch, $"{entries.Count}"], Cursor(page)[..2]);
        }

        return new LogProbe(epoch, entries);

        string[] Cursor(JsonElement page) => page.GetProperty("cursor").GetString()![tag.Length..].Split('.');
    }

    /// <summary>Returns the latest entry of every key: the final state of a reader without a filter.</summary>
    public Dictionary<string, string> State() => StateOf(Entries.OrderBy(pair => pair.Key).Select(pair => pair.Value));

    /// <summary>Returns the latest of some entries for every key.</summary>
    public static Dictionary<string, string> StateOf(IEnumerable<JsonElement> entries)
    {
        var state = new Dictionary<string, string>();
        foreach (var entry in entries)
            Apply(state, entry);
        return state;
    }

    public static void Apply(Dictionary<string, string> state, JsonElement entry)
    {
        if (!entry.TryGetProperty("key", out var key) || key.ValueKind == JsonValueKind.Null)
            return;
        if (entry.TryGetProperty("removed", out var removed) && removed.GetBoolean())
            state.Remove(key.GetString()!);
        else
            state[key.GetString()!] = entry.GetRawText();
    }
}
