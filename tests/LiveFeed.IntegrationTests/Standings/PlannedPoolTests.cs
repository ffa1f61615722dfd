using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>What another schedule does to pools and to the ranks that organizers gave by hand.</summary>
public sealed class PlannedPoolTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Rest = """
        "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[
        {"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3}]
        """;

    [Fact]
    public async Task A_schedule_that_leaves_pools_out_keeps_them_with_the_ranks_by_hand()
    {
        var id = await PoolAsync();
        var before = await PoolsAsync(id);

        await PutAsync(id, "");

        Assert.Equal(before, await PoolsAsync(id));
        Assert.Equal("A", (await server.Admin.GetAsync($"/api/events/{id}/matches/1")).Text("pool"));
        Assert.Equal([(3, "Drawn by lot"), (1, null), (2, null)], await RanksAsync(id));
    }

    [Fact]
    public async Task Pools_that_are_null_are_removed_and_readers_learn_it()
    {
        var id = await PoolAsync();
        var cursor = await server.Nobody.CursorAsync(id);

        await PutAsync(id, ",\"pools\":null");

        Assert.Equal("[]", await PoolsAsync(id));
        var gone = Assert.Single(await server.Nobody.EntriesAsync(id, $"after={cursor}"), entry => entry.Text("key") == "standings/A");
        Assert.True(gone.IsRemoved());
        Assert.DoesNotContain(await server.Nobody.EntriesAsync(id), entry => entry.Text("key") == "standings/A");
        Assert.False((await server.Admin.GetAsync($"/api/events/{id}/matches/1")).TryGetProperty("pool", out _));
    }

    [Fact]
    public async Task A_team_that_leaves_its_pool_loses_its_rank_by_hand()
    {
        var id = await PoolAsync();

        await PutAsync(id, WithPool("[1,2]"));
        Assert.Equal([(1, null), (2, null)], await RanksAsync(id));

        // It comes back without it.
        await PutAsync(id, WithPool("[1,2,3]"));
        Assert.Equal([(1, null), (2, null), (3, null)], await RanksAsync(id));
    }

    [Fact]
    public async Task A_division_that_is_merged_in_with_a_new_pool_keeps_the_pools_and_ranks_of_the_others()
    {
        var id = await PoolAsync();
        var before = await PoolsAsync(id);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule?mode=merge", """
            {"divisions":[{"id":2,"name":"Two","pools":[{"id":"B","name":"B","teams":[4,5]}]}],"teams":[{"id":4,"name":"d"},{"id":5,"name":"e"}],
            "matches":[{"id":4,"divisionId":2,"team1Id":4,"team2Id":5}]}
            """));

        var tables = JsonDocument.Parse(await PoolsAsync(id)).RootElement.EnumerateArray().ToList();
        Assert.Equal(["A", "B"], tables.Select(table => table.Text("poolId")));
        Assert.Equal(before, $"[{tables[0].GetRawText()}]");
        Assert.Equal("B", (await server.Admin.GetAsync($"/api/events/{id}/matches/4")).Text("pool"));
    }

    /// <summary>Creates an event with a pool of three teams, of which the last is first by hand.</summary>
    private async Task<string> PoolAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await PutAsync(id, WithPool("[1,2,3]"));
        await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/standings/A/ranks", new { ranks = new[] { new { teamId = 3, rank = 1, reason = "Drawn by lot" } } }));
        return id;
    }

    private static string WithPool(string teams) => $$""","pools":[{"id":"A","name":"A","teams":{{teams}} }]""";

    private async Task PutAsync(string id, string pools) =>
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""{"divisions":[{"id":1,"name":"One"{{pools}} }],{{Rest}}}"""));

    private async Task<string> PoolsAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings")).GetProperty("items").GetRawText();

    private async Task<List<(int Team, string? Reason)>> RanksAsync(string id) =>
        [.. (await server.Admin.GetAsync($"/api/events/{id}/standings")).Items().Single().GetProperty("rows").EnumerateArray()
            .Select(row => (row.GetProperty("team").Number("id"), row.TryGetProperty("manual", out var manual) ? manual.Text("reason") : null))];
}
