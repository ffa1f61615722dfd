using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>A match whose teams change enters the filters of some readers and leaves those of others.</summary>
public sealed class MovedMatchTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=16", "Feed:HistoryPageSize=4");
        admin = await server.AdminAsync();
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "generic", visibility = "public" }));
        await PlanAsync(team1: 4, division: 1);
        await admin.ClaimAsync("cup", 5);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 5, 5, 3));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Readers_of_the_new_team_get_the_match_with_score_and_claim_and_those_of_the_old_one_lose_it()
    {
        await using var comes = await FollowAsync("teams=7");
        await using var goes = await FollowAsync("teams=4");
        await using var stays = await FollowAsync("teams=9");
        await using var all = await FollowAsync("");

        await PlanAsync(team1: 7, division: 1);
        await MarkAsync();

        // Emptied, because the points were the other team's.
        Assert.Equal(["match/5", "score/5", "claim/5"], await comes.KeysAsync());
        Assert.Equal(["-match/5", "-score/5", "-claim/5"], await goes.KeysAsync());
        Assert.Equal(["match/5", "score/5", "claim/5"], await stays.KeysAsync());
        Assert.Equal(["match/5", "score/5", "claim/5"], await all.KeysAsync());
        Assert.Equal(["claim/5", "match/5", "score/5"], await SnapshotAsync("?teams=7"));
        Assert.Empty(await SnapshotAsync("?teams=4"));
        Assert.Equal(["claim/5", "match/5", "score/5"], await SnapshotAsync(""));
    }

    [Fact]
    public async Task A_match_that_changes_its_division_keeps_its_score_and_brings_it_along()
    {
        await using var comes = await FollowAsync("divisions=2");
        await using var goes = await FollowAsync("divisions=1");

        await PlanAsync(team1: 4, division: 2);
        await MarkAsync();

        Assert.Equal(["match/5", "score/5", "claim/5"], await comes.KeysAsync());
        Assert.Equal(["-match/5", "-score/5", "-claim/5"], await goes.KeysAsync());
        var score = (await server.Http.GetAsync("/api/events/cup/feed?divisions=2").JsonAsync()).GetProperty("entries").EnumerateArray().Single(entry => entry.Text("key") == "score/5");
        Assert.Equal(5, score.GetProperty("sets")[0].Number("team1"));
    }

    [Theory]
    [InlineData(0)]
    // So many entries later that the change is read from the database.
    [InlineData(40)]
    public async Task Readers_who_were_away_meanwhile_get_the_same_by_stream_and_by_poll(int later)
    {
        var cursor = (await server.Http.GetAsync("/api/events/cup/feed").JsonAsync()).Text("cursor");
        await PlanAsync(team1: 7, division: 1);
        await MarkAsync();
        for (var point = 1; point <= later; point++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 5, point, 0));

        foreach (var (filter, keys) in new[]
        {
            ("teams=7", new[] { "match/5", "score/5", "claim/5" }), ("teams=4", ["-match/5", "-score/5", "-claim/5"]), ("", ["match/5", "score/5", "claim/5"]),
        })
        {
            await using var stream = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?{filter}", cursor);
            Assert.Equal(keys, await new Reader(stream).KeysAsync());
            var page = await server.Http.GetAsync($"/api/events/cup/feed?{filter}&after={cursor}&limit=1000").JsonAsync();
            Assert.Equal(keys, page.GetProperty("entries").EnumerateArray().Select(Key).TakeWhile(key => key != "event"));
        }
    }

    private async Task PlanAsync(int team1, int division) => await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule?affectScored=true", new
    {
        divisions = new[] { new { id = 1, name = "One" }, new { id = 2, name = "Two" } },
        teams = new[] { 4, 7, 9 }.Select(id => new { id, name = $"Team {id}" }),
        matches = new[] { new { id = 5, divisionId = division, team1Id = team1, team2Id = 9 } },
    }));

    /// <summary>Appends an entry that all readers get.</summary>
    private async Task MarkAsync() => await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Another name" }));

    private async Task<Reader> FollowAsync(string filter)
    {
        var stream = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?{filter}");
        Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
        return new Reader(stream);
    }

    private async Task<IEnumerable<string>> SnapshotAsync(string query) =>
        (await server.Http.GetAsync($"/api/events/cup/feed{query}").JsonAsync()).GetProperty("entries").EnumerateArray().Select(Key).Where(key => key != "event").Order();

    private static string Key(JsonElement entry) => (entry.TryGetProperty("removed", out _) ? "-" : "") + entry.Text("key");

    private sealed class Reader(StreamClient stream) : IAsyncDisposable
    {
        /// <summary>Returns the keys of the entries up to the mark; those of removed things with a minus.</summary>
        public async Task<List<string>> KeysAsync()
        {
            var keys = new List<string>();
            while (Key((await stream.NextAsync())!.Data) is var key && key != "event")
                keys.Add(key);
            return keys;
        }

        public ValueTask DisposeAsync() => stream.DisposeAsync();
    }
}
