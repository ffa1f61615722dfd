using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Players;

/// <summary>Players in schedules that are uploaded, read and exported.</summary>
public sealed class ScheduledPlayerTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Plan =
        """{"teams":[{"id":1,"name":"Blue","players":[{"id":1,"name":"Ada Striker","number":"7"},{"id":2,"name":"Bea Passer"}]},{"id":2,"name":"Red"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}""";

    [Fact]
    public async Task Uploaded_players_are_read_back_and_exported_and_left_out_they_stay()
    {
        var id = await server.EventAsync();
        var uploaded = await PutAsync(id, Plan);

        var read = await server.Organizer.Http.GetAsync($"/api/events/{id}/schedule");
        Assert.Equal(uploaded.Header("ETag"), read.Header("ETag"));
        Assert.Equal("""[{"id":1,"name":"Ada Striker","number":"7"},{"id":2,"name":"Bea Passer"}]""", PlayersIn(await read.JsonAsync()));
        Assert.Equal(PlayersIn(await read.JsonAsync()), PlayersIn((await server.Organizer.Http.GetAsync($"/api/events/{id}/export").JsonAsync()).GetProperty("schedule")));
        // What was read is uploaded again, in this and in another event.
        Assert.Equal(uploaded.Header("ETag"), (await PutAsync(id, await read.Content.ReadAsStringAsync())).Header("ETag"));
        var other = await server.EventAsync();
        Assert.Equal(uploaded.Header("ETag"), (await PutAsync(other, await read.Content.ReadAsStringAsync())).Header("ETag"));

        Assert.Equal(uploaded.Header("ETag"), (await PutAsync(id, """{"teams":[{"id":1,"name":"Blue"},{"id":2,"name":"Red"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}""")).Header("ETag"));
        Assert.Equal(2, (await PlayersAsync(id, 1)).Count);
    }

    [Fact]
    public async Task Null_removes_a_teams_players_and_a_removed_team_takes_its_own_along()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Plan);

        await PutAsync(id, """{"teams":[{"id":1,"name":"Blue","players":null},{"id":2,"name":"Red"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}""");
        Assert.Empty(await PlayersAsync(id, 1));

        await PutAsync(id, Plan);
        await PutAsync(id, """{"teams":[{"id":2,"name":"Red"},{"id":3,"name":"Green","players":[{"id":2,"name":"Bea Passer"}]}],"matches":[{"id":1,"team1Id":3,"team2Id":2}]}""");
        Assert.Equal("Bea Passer", Assert.Single(await PlayersAsync(id, 3)).Text("name"));
        await PutAsync(id, """{"teams":[{"id":1,"name":"Blue"}],"matches":[]}""", "?mode=merge");
        Assert.Empty(await PlayersAsync(id, 1));
        Assert.Single(await PlayersAsync(id, 3));
    }

    [Theory]
    [InlineData("""[{"id":1,"name":"Ada"},{"id":1,"name":"Bea"}]""", "teams[0].players[1].id")]
    [InlineData("""[{"id":1,"name":""}]""", "teams[0].players[0].name")]
    [InlineData("""[{"id":1,"name":"Ada","number":"7"},{"id":2,"name":"Bea","number":"7"}]""", "teams[0].players[1].number")]
    public async Task Players_that_cannot_be_are_rejected_with_their_positions(string players, string position)
    {
        var id = await server.EventAsync();
        var before = (await server.Organizer.Http.GetAsync($"/api/events/{id}/schedule")).Header("ETag");

        var problem = await Expect.ProblemAsync(
            await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""{"teams":[{"id":1,"name":"Blue","players":{{players}}}],"matches":[]}"""), 422, "invalid_schedule");

        Assert.Equal([position], problem.Positions());
        Assert.Equal(before, (await server.Organizer.Http.GetAsync($"/api/events/{id}/schedule")).Header("ETag"));
    }

    [Fact]
    public async Task A_preview_shows_which_players_change()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Plan);

        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", Plan.Replace("Bea Passer", "Bea Keeper", StringComparison.Ordinal)));

        var field = Assert.Single(Assert.Single(preview.GetProperty("changes").GetProperty("teams").GetProperty("changed").EnumerateArray()).GetProperty("fields").EnumerateArray());
        Assert.Equal(("players", "7 Ada Striker, Bea Passer", "7 Ada Striker, Bea Keeper"), (field.Text("field"), field.Text("before"), field.Text("after")));
    }

    private static string PlayersIn(JsonElement schedule) => schedule.GetProperty("teams")[0].GetProperty("players").GetRawText();

    private async Task<HttpResponseMessage> PutAsync(string id, string plan, string query = "")
    {
        var response = await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule{query}", plan);
        await Expect.SuccessAsync(response);
        return response;
    }

    private async Task<List<JsonElement>> PlayersAsync(string id, int team) => [.. (await server.Nobody.GetAsync($"/api/events/{id}/teams/{team}/players").JsonAsync()).Items()];
}
