using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Lineups;

public sealed class LineupTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_line_up_is_stored_read_and_announced_and_is_no_part_of_snapshots()
    {
        var id = await EventAsync();
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?types=lineup-update");
        await stream.NextAsync();

        var put = await PutAsync(id, 1, """{"players":[{"person":1,"roles":["captain","goalkeeper"]},{"person":" Guest ","number":"99","starts":false}]}""");

        const string Expected = """[{"starts":true,"playerId":1,"name":"Ada","number":"7","roles":["captain","goalkeeper"]},{"starts":false,"name":"Guest","number":"99"}]""";
        Assert.Equal((1, 1, Expected), (put.Number("matchId"), put.Number("side"), put.GetProperty("players").GetRawText()));
        Assert.Equal(put.GetRawText(), (await server.Nobody.GetAsync($"/api/events/{id}/matches/1/lineups/1").JsonAsync()).GetRawText());
        var entry = (await stream.NextAsync())!.Data;
        Assert.Equal(("lineup-update", JsonValueKind.Null, 1, 1), (entry.Text("type"), entry.GetProperty("key").ValueKind, entry.Number("matchId"), entry.Number("side")));
        Assert.DoesNotContain(await server.Nobody.EntriesAsync(id), item => item.Text("type") == "lineup-update");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/1/lineups/2"), 404, "lineup_not_found");
    }

    [Fact]
    public async Task The_line_ups_of_a_match_are_read_at_once_and_none_is_an_empty_list()
    {
        var id = await EventAsync();
        var path = $"/api/events/{id}/matches/1/lineups";
        Assert.Equal("""{"matchId":1,"lineups":[]}""", await server.Nobody.GetStringAsync(path));
        var two = await PutAsync(id, 2, """{"players":[{"person":2}]}""");
        var one = await PutAsync(id, 1, """{"players":[{"person":1}]}""");

        Assert.Equal($$"""{"matchId":1,"lineups":[{{one.GetRawText()}},{{two.GetRawText()}}]}""", await server.Nobody.GetStringAsync(path));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/77/lineups"), 404, "match_not_found");
    }

    [Fact]
    public async Task The_holder_of_the_claim_and_organizers_give_it_and_nobody_else()
    {
        var id = await EventAsync();
        var path = $"/api/events/{id}/matches/1/lineups/1";
        const string Body = """{"players":[{"person":"Guest"}]}""";
        await Expect.ProblemAsync(await server.Coach.SendAsync("PUT", path, Body), 409, "claim_held");
        await Expect.ProblemAsync(await server.Coach.SendAsync("PUT", $"/api/events/{id}/matches/2/lineups/1", Body), 403, "claim_required");
        await Expect.ProblemAsync(await server.Spectator.SendAsync("PUT", path, Body), 403, "role_required");
        await Expect.SuccessAsync(await server.Media.SendAsync("PUT", path, Body));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", path, """{"players":[]}"""));
        await Expect.ProblemAsync(await server.Nobody.GetAsync(path), 404, "lineup_not_found");
    }

    [Theory]
    [InlineData("""[{"person":2}]""", "players[0].person")]
    [InlineData("""[{"person":1},{"person":1,"number":"8"}]""", "players[1].person")]
    [InlineData("""[{"person":""}]""", "players[0].person")]
    [InlineData("""[{"person":1},{"person":"Guest","number":"7"}]""", "players[1].number")]
    [InlineData("""[{"person":1,"number":"12345"}]""", "players[0].number")]
    [InlineData("""[{"person":1,"roles":["captain","captain"]}]""", "players[0].roles")]
    public async Task A_line_up_that_cannot_be_is_rejected_with_its_field(string players, string field)
    {
        var id = await EventAsync();

        var problem = await Expect.ProblemAsync(await server.Media.SendAsync("PUT", $"/api/events/{id}/matches/1/lineups/1", $$"""{"players":{{players}}}"""), 422, "invalid_lineup");

        Assert.Equal([field], problem.Positions());
        await Expect.ProblemAsync(await server.Media.SendAsync("PUT", $"/api/events/{id}/matches/1/lineups/3", """{"players":[]}"""), 422, "invalid_lineup");
    }

    [Fact]
    public async Task A_line_up_has_at_most_fifty_players()
    {
        var id = await EventAsync();
        object Body(int count) => new { players = Enumerable.Range(1, count).Select(n => new { person = $"Player {n}" }) };

        await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/lineups/1", Body(50)));
        Assert.Equal(["players"], (await Expect.ProblemAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/lineups/1", Body(51)), 422, "invalid_lineup")).Positions());
    }

    [Fact]
    public async Task A_line_up_stays_with_its_team()
    {
        var id = await EventAsync();
        await PutAsync(id, 1, """{"players":[{"person":1}]}""");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", new { team1Id = 2, team2Id = 1 }));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/1/lineups/1"), 404, "lineup_not_found");
        Assert.Equal("Ada", Assert.Single(await PlayersAsync(id, 2)).Text("name"));

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/teams/1/players/1", new { name = "Ada Striker" }));
        Assert.Equal("Ada Striker", Assert.Single(await PlayersAsync(id, 2)).Text("name"));

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", new { team1Id = 3 }));
        Assert.Single(await PlayersAsync(id, 2));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", new { team2Id = 4 }));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/1/lineups/2"), 404, "lineup_not_found");
    }

    private async Task<string> EventAsync()
    {
        var id = await server.EventAsync();
        foreach (var (team, player) in new[] { (1, "Ada"), (2, "Bea") })
            await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams/{team}/players", new { id = team, name = player, number = "7" }));
        await server.Media.ClaimAsync(id, 1);
        return id;
    }

    private async Task<JsonElement> PutAsync(string id, int side, string body) => await Expect.SuccessAsync(await server.Media.SendAsync("PUT", $"/api/events/{id}/matches/1/lineups/{side}", body));

    private async Task<List<JsonElement>> PlayersAsync(string id, int side) => [.. (await server.Nobody.GetAsync($"/api/events/{id}/matches/1/lineups/{side}").JsonAsync()).GetProperty("players").EnumerateArray()];
}
