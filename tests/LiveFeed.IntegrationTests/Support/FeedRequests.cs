using System.Globalization;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>Reads of an event's feed, as a client polls it.</summary>
internal static class FeedRequests
{
    /// <summary>Returns the entries of one page: those of the snapshot, or those after the cursor in the query.</summary>
    public static async Task<List<JsonElement>> EntriesAsync(this HttpClient http, string eventId, string query = "") =>
        [.. (await http.GetAsync($"/api/events/{eventId}/feed?{query}").JsonAsync()).GetProperty("entries").EnumerateArray()];

    /// <summary>Returns the only entry of a key in the snapshot.</summary>
    public static async Task<JsonElement> EntryAsync(this HttpClient http, string eventId, string key) =>
        Assert.Single(await http.EntriesAsync(eventId), entry => entry.Text("key") == key);

    /// <summary>Returns the cursor at the end of the feed.</summary>
    public static async Task<string> CursorAsync(this HttpClient http, string eventId) =>
        (await http.GetAsync($"/api/events/{eventId}/feed").JsonAsync()).Text("cursor")!;

    /// <summary>Returns the sequence in a cursor.</summary>
    public static long SequenceOf(string cursor) => long.Parse(cursor.Split('.')[1], CultureInfo.InvariantCulture);

    /// <summary>Returns whether an entry takes away what has its key.</summary>
    public static bool IsRemoved(this JsonElement entry) => entry.TryGetProperty("removed", out var removed) && removed.GetBoolean();
}
