using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>What nobody gave follows the rest of the schedule when that changes.</summary>
public sealed class InferredMemberTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Pools = """
        {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[1,2]},{"id":"B","name":"B","teams":[3,4]}]}],
        "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"},{"id":4,"name":"d"}],
        "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":3,"team2Id":4}]}
        """;

    private const string Finals = """
        {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"},{"id":4,"name":"d"}],"matches":[
        {"id":1,"number":"M1","team1Id":1,"team2Id":2},{"id":2,"number":"M2","team1Id":3,"team2Id":4},{"id":3,"team1Label":"Winner of M1","team2Label":"Tuesday's team"}]}
        """;

    [Fact]
    public async Task A_match_counts_for_the_pool_in_which_its_teams_are_now()
    {
        var id = await EventAsync(Pools);

        await PutAsync(id, Pools.Replace("[1,2]", "[3,4]", StringComparison.Ordinal).Replace("\"B\",\"teams\":[3,4]", "\"B\",\"teams\":[1,2]", StringComparison.Ordinal));
        Assert.Equal(("B", "A"), ((await MatchAsync(id, 1)).Text("pool"), (await MatchAsync(id, 2)).Text("pool")));
        await PutAsync(id, Pools.Replace("[1,2]", "[1]", StringComparison.Ordinal));

        Assert.False((await MatchAsync(id, 1)).TryGetProperty("pool", out _));
        Assert.Equal("B", (await MatchAsync(id, 2)).Text("pool"));
    }

    [Fact]
    public async Task A_pool_that_was_given_stays()
    {
        var id = await EventAsync(Pools.Replace("\"team2Id\":2}", "\"team2Id\":2,\"pool\":\"B\"}", StringComparison.Ordinal));

        await PutAsync(id, Pools);

        Assert.Equal("B", (await MatchAsync(id, 1)).Text("pool"));
    }

    [Fact]
    public async Task A_schedule_that_is_uploaded_as_it_was_read_gives_no_more_than_before()
    {
        var id = await EventAsync(Pools);
        await PutAsync(id, await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));

        await PutAsync(id, Pools.Replace("[1,2]", "[1]", StringComparison.Ordinal));

        Assert.False((await MatchAsync(id, 1)).TryGetProperty("pool", out _));
    }

    [Fact]
    public async Task A_label_means_the_match_that_has_its_number_now_and_the_team_follows()
    {
        var id = await EventAsync(Finals);
        foreach (var match in new[] { 1, 2 })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 2, 1, "final"));
        }

        Assert.Equal(1, (await MatchAsync(id, 3)).GetProperty("team1").Number("id"));

        await PutAsync(id, Finals.Replace("\"M1\"", "\"M0\"", StringComparison.Ordinal).Replace("\"M2\"", "\"M1\"", StringComparison.Ordinal));

        var final = await MatchAsync(id, 3);
        Assert.Equal((2, 3), (final.GetProperty("team1From").Number("winnerOf"), final.GetProperty("team1").Number("id")));
        await PutAsync(id, Finals.Replace("\"M1\"", "\"M0\"", StringComparison.Ordinal));
        Assert.False((await MatchAsync(id, 3)).TryGetProperty("team1From", out _));
        Assert.Equal(JsonValueKind.Null, (await MatchAsync(id, 3)).GetProperty("team1").ValueKind);
    }

    [Fact]
    public async Task A_label_that_nobody_gave_says_the_source_as_it_is_now()
    {
        var id = await EventAsync(Finals.Replace("\"team1Label\":\"Winner of M1\"", "\"team1From\":{\"winnerOf\":1}", StringComparison.Ordinal));
        Assert.Equal("Winner of M1", (await MatchAsync(id, 3)).Text("team1Label"));

        await PatchAsync(id, 1, """{"number":"QF"}""");
        Assert.Equal("Winner of QF", (await MatchAsync(id, 3)).Text("team1Label"));
        await PatchAsync(id, 3, """{"team1From":{"loserOf":2}}""");

        Assert.Equal("Loser of M2", (await MatchAsync(id, 3)).Text("team1Label"));
        Assert.Equal("Tuesday's team", (await MatchAsync(id, 3)).Text("team2Label"));
    }

    [Fact]
    public async Task A_pool_can_be_removed_whose_matches_nobody_gave_it()
    {
        var id = await EventAsync(Pools);

        await Expect.SuccessAsync(await server.Organizer.SendAsync(
            "PUT", $"/api/events/{id}/schedule?mode=merge", """{"divisions":[{"id":1,"name":"One","pools":[{"id":"B","name":"B","teams":[3,4]}]}],"matches":[]}"""));

        Assert.False((await MatchAsync(id, 1)).TryGetProperty("pool", out _));
    }

    private async Task<string> EventAsync(string schedule)
    {
        var id = await server.EventAsync(0);
        await PutAsync(id, schedule);
        return id;
    }

    private async Task PutAsync(string id, string schedule) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));

    private async Task PatchAsync(string id, int match, string change) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/{match}", change));

    private Task<JsonElement> MatchAsync(string id, int match) => server.Admin.GetAsync($"/api/events/{id}/matches/{match}");
}
