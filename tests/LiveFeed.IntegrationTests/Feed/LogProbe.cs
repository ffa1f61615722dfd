using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>An event's log as the polling route returns it, from its first entry. Every reader is compared with it.</summary>
internal sealed record LogProbe(string Epoch, IReadOnlyDictionary<long, JsonElement> Entries)
{
    public long Head => Entries.Count;

    public static async Task<LogProbe> ReadAsync(HttpClient http, string eventId)
    {
        var now = await http.GetFromJsonAsync<JsonElement>($"/api/events/{eventId}/feed");
        var epoch = now.GetProperty("cursor").GetString()!.Split('.')[0];
        var entries = new Dictionary<long, JsonElement>();
        var cursor = $"{epoch}.0";
        for (var more = true; more;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/events/{eventId}/feed?after={cursor}&limit=1000");
            Assert.False(page.TryGetProperty("reset", out _), "The log is read in full, without a reset.");
            foreach (var entry in page.GetProperty("entries").EnumerateArray())
                entries.Add(entries.Count + 1, entry);
            more = page.GetProperty("more").GetBoolean();
            cursor = page.GetProperty("cursor").GetString()!;
            Assert.Equal([epoch, $"{entries.Count}"], cursor.Split('.')[..2]);
        }

        return new LogProbe(epoch, entries);
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
