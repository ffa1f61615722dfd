using System.Text.Json;

namespace LiveFeed.BrowserTests.Client;

/// <summary>What the server knows, to compare it with what a browser received.</summary>
internal static class ServerSide
{
    /// <summary>Starts a server with the event <c>cup</c>. Its administrator has claimed all of its four matches.</summary>
    public static async Task<(LiveFeedServer Server, ApiUser Admin)> WithCupAsync(params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync(settings);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        for (var match = 1; match <= 4; match++)
            await admin.ClaimAsync("cup", match);
        return (server, admin);
    }

    public static async Task ScoreAsync(this ApiUser user, int team1, int matchId = 1) =>
        await Expect.SuccessAsync(await user.ScoreAsync("cup", matchId, team1, 0));

    /// <summary>Returns how many streams the server has open, by its own metrics.</summary>
    public static async Task<int> StreamsAsync(this LiveFeedServer server) => (int)(await Scrape.ValueAsync(server.Http, "livefeed_streams_open"))!.Value;

    public static Task UntilStreamsAsync(this LiveFeedServer server, int count) =>
        Eventually.TrueAsync(async () => await server.StreamsAsync() == count, $"There were never {count} streams.");

    /// <summary>Returns the cursor of the feed's last entry.</summary>
    public static async Task<string> HeadAsync(this LiveFeedServer server)
    {
        var page = JsonDocument.Parse(await server.Http.GetStringAsync("/api/events/cup/feed")).RootElement;
        return page.GetProperty("cursor").GetString()!;
    }

    /// <summary>Returns the feed's entries after a cursor, each as it is sent.</summary>
    public static async Task<List<string>> LogAsync(this LiveFeedServer server, string after)
    {
        var entries = new List<string>();
        while (true)
        {
            var page = JsonDocument.Parse(await server.Http.GetStringAsync($"/api/events/cup/feed?after={after}&limit=100")).RootElement;
            Assert.False(page.TryGetProperty("reset", out _));
            entries.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetRawText()));
            after = page.GetProperty("cursor").GetString()!;
            if (!page.GetProperty("more").GetBoolean())
                return entries;
        }
    }

    /// <summary>Returns Team 1's points of a match in every update, first to last.</summary>
    public static async Task<int[]> HistoryAsync(this ApiUser user, int matchId = 1)
    {
        var points = new List<int>();
        int total;
        do
        {
            var page = await user.GetAsync($"/api/events/cup/scores/{matchId}/history?limit=100&offset={points.Count}");
            points.AddRange(page.GetProperty("items").EnumerateArray().Select(Points));
            total = page.GetProperty("total").GetInt32();
        }
        while (points.Count < total);

        points.Reverse();
        return [.. points];
    }

    public static int Points(JsonElement score) => score.GetProperty("sets")[0].GetProperty("team1").GetInt32();
}
