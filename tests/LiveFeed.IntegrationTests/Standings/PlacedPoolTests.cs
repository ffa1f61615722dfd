using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>
/// Pools of the teams in one place of other pools, such as the best thirds. Each pool of teams is played with the same results but for the goals of its third:
/// 1 beats 2 and 3, and 2 beats 3 by as many goals as the test says.
/// </summary>
public sealed class PlacedPoolTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task The_best_thirds_are_ranked_across_pools_and_go_on()
    {
        var id = await EventAsync();
        Assert.Equal("", await ThirdsAsync(id));
        await PlayPoolAsync(id, 1, margin: 3);
        Assert.Equal("13", await ThirdsAsync(id));
        await PlayPoolAsync(id, 2, margin: 1);
        Assert.Equal("23 13", await ThirdsAsync(id));
        Assert.Equal((null, null), await SidesAsync(id));
        await PlayPoolAsync(id, 3, margin: 2);

        var table = await TableAsync(id);
        Assert.True(table.GetProperty("isComplete").GetBoolean());
        Assert.Equal(["23 goalDifference:-2", "33 goalDifference:-3", "13 goalDifference:-4"], Rows(table));
        Assert.Equal(table.GetRawText(), JsonSerializer.Serialize(await EntryAsync(id, table)));
        Assert.Equal((23, 33), await SidesAsync(id));

        // The third of pool 3 loses by less, and is second best no more.
        await PostAsync(id, 33, 5, 0);
        Assert.Equal("23 13 33", await ThirdsAsync(id));
        Assert.Equal((23, 13), await SidesAsync(id));
        // Another team is third of pool 2.
        await PostAsync(id, 23, 0, 9);
        Assert.Equal("13 33 22", await ThirdsAsync(id));
        Assert.Equal((13, 33), await SidesAsync(id));
    }

    [Fact]
    public async Task A_place_that_level_teams_share_leaves_the_pool_open_until_an_organizer_decides()
    {
        var id = await EventAsync();
        await PlayPoolAsync(id, 1, margin: 3);
        await PlayPoolAsync(id, 2, margin: 1);
        await PlayPoolAsync(id, 3, margin: 0);
        // 2 and 3 of pool 3 share the second place.
        Assert.Equal("23 13", await ThirdsAsync(id));
        Assert.False((await TableAsync(id)).GetProperty("isComplete").GetBoolean());
        Assert.Equal((null, null), await SidesAsync(id));

        await RankAsync(id, "3", (32, 2), (33, 3));
        Assert.Equal((33, 23), await SidesAsync(id));

        // By lot, for all to read. It stays while the results don't change who is third.
        await RankAsync(id, "thirds", (13, 1));
        Assert.Equal((13, 33), await SidesAsync(id));
        Assert.Equal("Drawn by lot", (await TableAsync(id)).GetProperty("rows")[0].GetProperty("manual").Text("reason"));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/1", """{"name":"Women"}"""));
        Assert.Equal("13 33 23", await ThirdsAsync(id));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/standings/thirds/ranks", """{"ranks":[{"teamId":11,"rank":1,"reason":"No third"}]}"""), 400, "invalid_request");
    }

    [Fact]
    public async Task Pools_of_different_size_are_equalized_if_the_pool_says_so()
    {
        var id = await EventAsync();
        var (before, after) = ("""{"id":"1","name":"Pool 1","teams":[11,12,13]}""", """{"id":"1","name":"Pool 1","teams":[11,12,13,14]}""");
        // Pool 1 has a fourth team, which loses all matches, to 13 by 9 goals.
        var schedule = (await server.Admin.Http.GetStringAsync($"/api/events/{id}/schedule")).Replace(before, after, StringComparison.Ordinal)
            .Replace("\"teams\":[{", """ "teams":[{"id":14,"name":"Team 14"},{""", StringComparison.Ordinal)
            .Replace("\"matches\":[{", """ "matches":[{"id":14,"divisionId":1,"team1Id":11,"team2Id":14},{"id":15,"divisionId":1,"team1Id":12,"team2Id":14},{"id":16,"divisionId":1,"team1Id":13,"team2Id":14},{""", StringComparison.Ordinal);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));
        foreach (var (match, goals) in new[] { (14, 1), (15, 1), (16, 9) })
            await PostAsync(id, match, goals, 0);
        await PlayPoolAsync(id, 1, margin: 3);
        await PlayPoolAsync(id, 2, margin: 2);
        await PlayPoolAsync(id, 3, margin: 1);
        Assert.Equal("13 33 23", await ThirdsAsync(id));

        var pools = $"{after},{Pool(2)},{Pool(3)}";
        await EqualizeAsync("true");
        Assert.Equal("33 23 13", await ThirdsAsync(id));
        var third = (await TableAsync(id)).GetProperty("rows")[2];
        Assert.Equal((2, 0, 0, 4), (third.Number("played"), third.Number("points"), third.Number("for"), third.Number("against")));
        Assert.Equal((33, 23), await SidesAsync(id));
        // In its own pool, all of its matches count.
        var own = (await server.Admin.GetAsync($"/api/events/{id}/standings")).Items().Single(table => table.Text("poolId") == "1").GetProperty("rows")[2];
        Assert.Equal((13, 3, 3), (own.GetProperty("team").Number("id"), own.Number("played"), own.Number("points")));
        Assert.Contains("\"equalizeSizes\":true", await server.Admin.Http.GetStringAsync($"/api/events/{id}/schedule"), StringComparison.Ordinal);
        var stored = await server.Admin.Http.GetStringAsync($"/api/events/{id}/schedule");
        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", stored.Replace(",\"equalizeSizes\":true", "", StringComparison.Ordinal)));
        Assert.Equal(1, preview.GetProperty("changes").GetProperty("divisions").GetProperty("changed").GetArrayLength());

        await EqualizeAsync("false");
        Assert.Equal("13 33 23", await ThirdsAsync(id));
        Assert.DoesNotContain("equalizeSizes", await server.Admin.Http.GetStringAsync($"/api/events/{id}/schedule"), StringComparison.Ordinal);

        async Task EqualizeAsync(string value) => await Expect.SuccessAsync(await server.Organizer.SendAsync(
            "PATCH", $"/api/events/{id}/divisions/1", $$$"""{"pools":[{{{pools}}},{"id":"thirds","name":"Best thirds","placesFrom":{"place":3,"pools":["1","2","3"],"equalizeSizes":{{{value}}}}}]}"""));
    }

    [Theory]
    [InlineData("""{"id":"t","name":"t"}""", "divisions[0].pools[1].teams")]
    [InlineData("""{"id":"t","name":"t","teams":[2],"placesFrom":{"place":1,"pools":["A"]} }""", "divisions[0].pools[1].teams")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":1,"pools":["B"]} }""", "divisions[0].pools[1].placesFrom.pools[0]")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":1,"pools":["C"]} }""", "divisions[0].pools[1].placesFrom.pools[0]")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":1,"pools":["t"]} }""", "divisions[0].pools[1].placesFrom.pools[0]")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":1,"pools":["A","A"]} }""", "divisions[0].pools[1].placesFrom.pools[1]")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":1,"pools":[]} }""", "divisions[0].pools[1].placesFrom.pools")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":0,"pools":["A"]} }""", "divisions[0].pools[1].placesFrom.place")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":2,"pools":["A"]} }""", "divisions[0].pools[1].placesFrom.place")]
    [InlineData("""{"id":"t","name":"t","placesFrom":{"place":1,"pools":["A"]} },{"id":"u","name":"u","placesFrom":{"place":1,"pools":["t"]} }""", "divisions[0].pools[2].placesFrom.pools[0]")]
    public async Task What_can_be_no_pool_of_places_is_rejected_with_its_place(string pool, string place)
    {
        var id = await server.EventAsync(0, sport: "football");
        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"D","pools":[{"id":"A","name":"A","teams":[1]},{{pool}}]},{"id":2,"name":"E","pools":[{"id":"C","name":"C","teams":[3]}]}],
            "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[]}
            """), 422, "invalid_schedule");
        Assert.Equal([place], problem.Positions());
    }

    [Theory]
    [InlineData(""" "team1Id":1,"team2From":{"pool":"t","place":1},"pool":"A" """, "matches[0].team2From")]
    [InlineData(""" "team1Id":1,"team2From":{"pool":"t","place":2} """, "matches[0].team2From")]
    [InlineData(""" "team1Id":1,"team2Id":2,"pool":"t" """, "matches[0].pool")]
    public async Task Matches_that_would_wait_for_themselves_or_name_what_there_isnt_are_rejected(string match, string place)
    {
        var id = await server.EventAsync(0, sport: "football");
        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"D","pools":[{"id":"A","name":"A","teams":[1,2]},{"id":"t","name":"t","placesFrom":{"place":2,"pools":["A"]} }]}],
            "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[{"id":1,"divisionId":1,{{match}}}]}
            """), 422, "invalid_schedule");
        Assert.Equal([place], problem.Positions());
    }

    [Fact]
    public async Task A_pool_of_places_is_read_as_it_was_uploaded_named_by_labels_and_taken_back_when_it_is_removed()
    {
        var id = await EventAsync();
        var division = (await server.Admin.GetAsync($"/api/events/{id}/divisions/1")).GetProperty("pools").EnumerateArray().Single(pool => pool.Text("id") == "thirds");
        Assert.Equal("""{"id":"thirds","name":"Best thirds","placesFrom":{"place":3,"pools":["1","2","3"]}}""", division.GetRawText());
        var match = await server.Admin.GetAsync($"/api/events/{id}/matches/99");
        Assert.Equal("1st Best thirds", match.Text("team1Label"));
        // Read from its label.
        Assert.Equal("""{"pool":"thirds","place":2}""", match.GetProperty("team2From").GetRawText());

        var pools = string.Join(',', Enumerable.Range(1, 3).Select(Pool));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/1", $$"""{"pools":[{{pools}}]}"""), 422, "invalid_schedule");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/99"));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/1", $$"""{"pools":[{{pools}}]}"""));
        Assert.DoesNotContain(await server.Admin.Http.EntriesAsync(id), entry => entry.Text("key") == "standings/thirds");
    }

    [Fact]
    public async Task A_draw_of_the_best_of_all_pools_leaves_pools_of_places_out()
    {
        var id = await EventAsync();
        var draw = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws", """{"divisionId":1,"kind":"singleElimination","fromPools":{"first":1},"add":true}"""));
        var sources = draw.GetProperty("matches").EnumerateArray().SelectMany(match => new[] { "team1From", "team2From" }.Select(side => match.TryGetProperty(side, out var from) && from.TryGetProperty("pool", out var pool) ? pool.GetString() : null));
        Assert.Equal(["1", "2", "3"], sources.OfType<string>().Order());
    }

    private static string Pool(int pool) => $$"""{"id":"{{pool}}","name":"Pool {{pool}}","teams":[{{pool}}1,{{pool}}2,{{pool}}3]}""";

    private async Task<string> EventAsync()
    {
        var id = await server.EventAsync(0, sport: "football");
        var (pools, numbers) = (string.Join(',', Enumerable.Range(1, 3).Select(Pool)), Enumerable.Range(1, 3).ToList());
        var teams = string.Join(',', numbers.SelectMany(pool => numbers.Select(team => $$"""{"id":{{pool}}{{team}},"name":"Team {{pool}}{{team}}"}""")));
        var matches = string.Concat(numbers.SelectMany(pool => new[] { (1, 1, 2), (2, 1, 3), (3, 2, 3) }.Select(match =>
            $$"""{"id":{{pool}}{{match.Item1}},"divisionId":1,"team1Id":{{pool}}{{match.Item2}},"team2Id":{{pool}}{{match.Item3}}},""")));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"D","standings":{"preset":"fifa2026"},"pools":[{{pools}},{"id":"thirds","name":"Best thirds","placesFrom":{"place":3,"pools":["1","2","3"]} }]}],
            "teams":[{{teams}}],"matches":[{{matches}}{"id":99,"divisionId":1,"team1From":{"pool":"thirds","place":1},"team2Label":"2nd Best thirds"}]}
            """));
        return id;
    }

    private async Task PlayPoolAsync(string id, int pool, int margin)
    {
        await PostAsync(id, (pool * 10) + 1, 1, 0);
        await PostAsync(id, (pool * 10) + 2, 1, 0);
        await PostAsync(id, (pool * 10) + 3, margin, 0);
    }

    private async Task PostAsync(string id, int match, int team1, int team2)
    {
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, team1, team2, "final"));
    }

    private async Task RankAsync(string id, string pool, params (int Team, int Rank)[] ranks) => await Expect.SuccessAsync(await server.Organizer.PutAsync(
        $"/api/events/{id}/standings/{pool}/ranks", new { ranks = ranks.Select(rank => new { teamId = rank.Team, rank = rank.Rank, reason = "Drawn by lot" }) }));

    private async Task<JsonElement> TableAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings")).Items().Single(table => table.Text("poolId") == "thirds");

    private async Task<string> ThirdsAsync(string id) => string.Join(' ', (await TableAsync(id)).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("team").Number("id")));

    private static IEnumerable<string> Rows(JsonElement table) => table.GetProperty("rows").EnumerateArray().Select(row =>
        $"{row.GetProperty("team").Number("id")} {row.TextOrNull("separatedBy") ?? "goalDifference"}:{row.Number("for") - row.Number("against")}");

    // The members of a table, without those that every entry has.
    private async Task<Dictionary<string, JsonElement>> EntryAsync(string id, JsonElement table)
    {
        var entry = await server.Admin.Http.EntryAsync(id, "standings/thirds");
        return table.EnumerateObject().ToDictionary(member => member.Name, member => entry.GetProperty(member.Name));
    }

    private async Task<(int?, int?)> SidesAsync(string id)
    {
        var found = await server.Admin.GetAsync($"/api/events/{id}/matches/99");
        return (Team("team1"), Team("team2"));

        int? Team(string member) => found.GetProperty(member) is { ValueKind: JsonValueKind.Object } team ? team.Number("id") : null;
    }
}
