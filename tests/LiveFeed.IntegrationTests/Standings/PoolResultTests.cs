using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>How a result that a scorekeeper posts counts in the table of its pool.</summary>
public sealed class PoolResultTests(TimedServer server) : IClassFixture<TimedServer>
{
    // Rank, team, wins-draws-losses, points, sets and points of both sides.
    [Theory]
    [InlineData("volleyball", """ "sets":[],"outcome":{"kind":"walkover","winner":2} """, "1 b 1-0-0 3 3-0 75-0", "2 a 0-0-1 0 0-3 0-75")]
    [InlineData("volleyball", """ "sets":[],"outcome":{"kind":"walkover"} """, "1 a 0-0-1 0 0-0 0-0", "1 b 0-0-1 0 0-0 0-0")]
    [InlineData("volleyball", """ "sets":[{"team1":25,"team2":20},{"team1":10,"team2":12}],"outcome":{"kind":"retired","winner":2} """, "1 b 1-0-0 3 3-1 95-35", "2 a 0-0-1 0 1-3 35-95")]
    [InlineData("volleyball", """ "sets":[{"team1":25,"team2":20},{"team1":10,"team2":12}],"outcome":{"kind":"forfeit","winner":1} """, "1 a 1-0-0 3 3-0 75-0", "2 b 0-0-1 0 0-3 0-75")]
    [InlineData("volleyball", """ "sets":[],"outcome":{"kind":"defaulted","winner":1} """, "1 a 1-0-0 3 3-0 75-0", "2 b 0-0-1 0 0-3 0-75")]
    [InlineData("volleyball", """ "sets":[],"outcome":{"kind":"disqualified","winner":1} """, "1 a 1-0-0 3 3-0 75-0", "2 b 0-0-1 0 0-3 0-75")]
    [InlineData("football", """ "sets":[{"team1":2,"team2":1}],"outcome":{"kind":"drawn"} """, "1 a 0-1-0 1 1-0 2-1", "2 b 0-1-0 1 0-1 1-2")]
    [InlineData("football", """ "sets":[{"team1":2,"team2":1}],"outcome":{"kind":"retired","winner":2} """, "1 b 1-0-0 3 0-1 1-2", "2 a 0-0-1 0 1-0 2-1")]
    [InlineData("football", """ "sets":[{"team1":2,"team2":1}],"outcome":{"kind":"awarded","winner":2} """, "1 b 1-0-0 3 0-1 1-2", "2 a 0-0-1 0 1-0 2-1")]
    [InlineData("football", """ "sets":[],"outcome":{"kind":"awarded","winner":2} """, "1 b 1-0-0 3 1-0 3-0", "2 a 0-0-1 0 0-1 0-3")]
    public async Task Every_outcome_counts_as_the_rules_say(string sport, string result, params string[] rows)
    {
        var id = await PoolAsync(sport, "[1,2]");
        await PostAsync(id, 1, result.Trim());

        var table = await TableAsync(id);

        Assert.Equal(rows, table.GetProperty("rows").EnumerateArray().Select(Describe));
        Assert.Equal(table.GetProperty("rows").GetRawText(), (await server.Nobody.EntryAsync(id, "standings/A")).GetProperty("rows").GetRawText());
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("abandoned")]
    public async Task A_last_match_that_has_no_result_completes_its_pool(string status)
    {
        var id = await PoolAsync("volleyball", "[1,2,3]");
        foreach (var match in new[] { 1, 2 })
            await PostAsync(id, match, """ "sets":[{"team1":25,"team2":20},{"team1":25,"team2":20},{"team1":25,"team2":20}],"status":"final" """);
        Assert.False((await TableAsync(id)).GetProperty("isComplete").GetBoolean());

        await PostAsync(id, 3, $""" "sets":[],"status":"{status}" """);

        var table = await TableAsync(id);
        Assert.True(table.GetProperty("isComplete").GetBoolean());
        Assert.Equal(4, table.GetProperty("rows").EnumerateArray().Sum(row => row.Number("played")));
        Assert.True((await server.Nobody.EntryAsync(id, "standings/A")).GetProperty("isComplete").GetBoolean());
        // 1 has won twice; 2 and 3 are level, so that nobody is second.
        var later = await server.Admin.GetAsync($"/api/events/{id}/matches/4");
        Assert.Equal((1, JsonValueKind.Null), (later.GetProperty("team1").Number("id"), later.GetProperty("team2").ValueKind));
    }

    /// <summary>Creates an event with a pool of some of the teams a, b and c: a plays b in match 1 and c in match 2, b plays c in match 3. Match 4 waits for the first two places.</summary>
    private async Task<string> PoolAsync(string sport, string teams)
    {
        var id = await server.EventAsync(0, sport: sport);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$$"""
            {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":{{{teams}}}}]}],
            "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[
            {"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3},
            {"id":4,"divisionId":1,"team1From":{"pool":"A","place":1},"team2From":{"pool":"A","place":2}}]}
            """));
        return id;
    }

    private async Task PostAsync(string id, int match, string result)
    {
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", $$"""{"matchId":{{match}},{{result}}}"""));
    }

    private async Task<JsonElement> TableAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings")).GetProperty("items")[0];

    private static string Describe(JsonElement row) =>
        $"{row.Number("rank")} {row.GetProperty("team").Text("name")} {row.Number("won")}-{row.Number("drawn")}-{row.Number("lost")} {row.Number("points")} {row.Number("setsWon")}-{row.Number("setsLost")} {row.Number("for")}-{row.Number("against")}";
}
