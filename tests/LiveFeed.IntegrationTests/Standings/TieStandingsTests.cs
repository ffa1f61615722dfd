using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>By which rules ties of teams are ranked, wherever their format stands.</summary>
public sealed class TieStandingsTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    [InlineData("", """, "format": "davis-cup" """, "league")]
    [InlineData(""", "format": "davis-cup" """, "", "league")]
    [InlineData(""", "format": "tennis-doubles" """, """, "format": "davis-cup" """, "league")]
    [InlineData(""", "standings": {"preset": "fivb"} """, """, "format": "davis-cup" """, "fivb")]
    [InlineData("", "", "fivb")]
    [InlineData("", """, "format": "tennis-doubles" """, "fivb")]
    public async Task Ties_are_ranked_as_a_league_unless_their_division_chooses_otherwise(string ofDivision, string ofMatch, string rules)
    {
        var id = await server.EventAsync(0, sport: "tennis");
        await PutAsync(id, ofDivision, ofMatch);
        Assert.Equal((rules, rules), (await TableAsync(id, "A")).Rules);
        Assert.Equal((rules, rules), (await TableAsync(id, "firsts")).Rules);
    }

    [Fact]
    public async Task A_tie_counts_by_its_rubbers_and_the_table_follows_its_format()
    {
        var id = await server.EventAsync(0, sport: "tennis");
        await PutAsync(id, "", """, "format": "davis-cup" """);
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[{"team1":2,"team2":1}],"status":"final"}"""));

        var row = (await TableAsync(id, "A")).Table.GetProperty("rows")[0];
        Assert.Equal((1, 3, 2, 1), (row.GetProperty("team").Number("id"), row.Number("points"), row.Number("for"), row.Number("against")));
        Assert.Equal(3, (await TableAsync(id, "firsts")).Table.GetProperty("rows")[0].Number("points"));

        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[],"status":"scheduled"}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"format":null}"""));
        Assert.Equal(("fivb", "fivb"), (await TableAsync(id, "A")).Rules);
    }

    private async Task PutAsync(string id, string ofDivision, string ofMatch) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$$"""
        {"divisions":[{"id":1,"name":"Group"{{{ofDivision}}},"pools":[{"id":"A","name":"A","teams":[1,2]},{"id":"firsts","name":"Firsts","placesFrom":{"place":1,"pools":["A"]}}]}],
        "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2{{{ofMatch}}}}]}
        """));

    /// <summary>Returns a table as it is read, and the rules that it and its latest entry name.</summary>
    private async Task<((string?, string?) Rules, JsonElement Table)> TableAsync(string id, string pool)
    {
        var table = (await server.Admin.GetAsync($"/api/events/{id}/standings")).Items().Single(one => one.Text("poolId") == pool);
        return ((table.Text("rules"), (await server.Admin.Http.EntryAsync(id, $"standings/{pool}")).Text("rules")), table);
    }
}
