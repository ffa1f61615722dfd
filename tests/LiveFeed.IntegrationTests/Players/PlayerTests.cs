using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Players;

public sealed class PlayerTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_player_is_added_changed_and_removed_and_a_change_for_another_version_is_rejected()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/teams/1/players";

        var added = await server.Organizer.SendAsync("POST", path, new { name = " Ada\u200B Striker ", number = "00", userId = server.Media.Id });
        Assert.Equal((201, $"{path}/1"), ((int)added.StatusCode, added.Header("Location")));
        var read = await server.Nobody.GetAsync($"{path}/1");
        Assert.Equal((await added.Content.ReadAsStringAsync(), added.Header("ETag")), (await read.Content.ReadAsStringAsync(), read.Header("ETag")));
        Assert.Equal(("Ada Striker", "00", server.Media.Id), Facts(await read.JsonAsync()));

        var changed = await server.Organizer.SendAsync("PATCH", $"{path}/1", """{"name":"Ada Keeper","userId":null}""", ("If-Match", added.Header("ETag")!));
        Assert.Equal(("Ada Keeper", "00", null), Facts(await Expect.SuccessAsync(changed)));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"{path}/1", new { name = "Late" }, ("If-Match", added.Header("ETag")!)), 412, "version_mismatch");
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"{path}/1", null, ("If-Match", added.Header("ETag")!)), 412, "version_mismatch");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"{path}/1", null, ("If-Match", changed.Header("ETag")!)));
        foreach (var (method, body) in new[] { ("GET", null), ("PATCH", """{"name":"Gone"}"""), ("DELETE", null) })
            await Expect.ProblemAsync(await server.Organizer.SendAsync(method, $"{path}/1", body), 404, "player_not_found");
        Assert.Empty((await server.Nobody.GetAsync(path).JsonAsync()).Items());
    }

    [Fact]
    public async Task A_player_of_another_team_or_of_none_is_not_found()
    {
        var id = await server.EventAsync();
        await AddAsync(id, 1, new { id = -7, name = "Ada" });

        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/teams/2/players/-7"), 404, "player_not_found");
        await Expect.ProblemAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/teams/2/players/-7"), 404, "player_not_found");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/teams/77/players"), 404, "team_not_found");
        await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams/77/players", new { name = "Ada" }), 404, "team_not_found");
        Assert.Equal(["id"], (await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams/2/players", new { id = -7, name = "Bea" }), 409, "id_taken")).Positions());
    }

    [Theory]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":"a\nb"}""", "name")]
    [InlineData("""{"name":"Bea","number":"12345"}""", "number")]
    [InlineData("""{"name":"Bea","number":"7"}""", "number")]
    public async Task A_player_that_cannot_be_is_rejected_with_its_field(string body, string field)
    {
        var id = await server.EventAsync();
        await AddAsync(id, 1, new { name = "Ada", number = "7" });

        Assert.Equal([field], (await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/teams/1/players", body), 422, "invalid_schedule")).Positions());
        // Another team has numbers of its own, and 07 is another number.
        await AddAsync(id, 2, new { name = "Bea", number = "7" });
        await AddAsync(id, 1, new { name = "Cleo", number = "07" });
    }

    [Fact]
    public async Task A_team_has_at_most_a_hundred_players()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/teams/1/players";
        await Expect.SuccessAsync(await server.Organizer.PutAsync(path, new { players = Enumerable.Range(1, 100).Select(n => new { name = $"Player {n}" }) }));

        Assert.Equal(["players"], (await Expect.ProblemAsync(await server.Organizer.PostAsync(path, new { name = "One more" }), 422, "invalid_schedule")).Positions());
        Assert.Equal(100, (await server.Nobody.GetAsync(path).JsonAsync()).Items().Count());
    }

    [Fact]
    public async Task All_players_are_put_at_once_and_two_may_exchange_their_numbers()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/teams/1/players";
        await AddAsync(id, 2, new { id = 20, name = "Of Others" });
        var first = await server.Organizer.PutAsync(path, new { players = new object[] { new { id = 1, name = "Ada", number = "7" }, new { name = "Bea", number = "8" } } });
        Assert.Equal([(1, "Ada"), (21, "Bea")], (await Expect.SuccessAsync(first)).Items().Select(player => (player.Number("id"), player.Text("name")!)));
        Assert.Equal(first.Header("ETag"), (await server.Nobody.GetAsync(path)).Header("ETag"));

        var next = new { players = new object[] { new { id = 1, name = "Ada", number = "8" }, new { id = 21, name = "Bea", number = "7" }, new { id = 3, name = "Cleo" } } };
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", path, next, ("If-Match", first.Header("ETag")!)));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", path, next, ("If-Match", first.Header("ETag")!)), 412, "version_mismatch");
        Assert.Equal(
            ["players[1].id", "players[2].number"],
            (await Expect.ProblemAsync(
                await server.Organizer.PutAsync(path, new { players = new object[] { new { name = "A", number = "1" }, new { id = 20, name = "B" }, new { name = "C", number = "1" } } }), 422, "invalid_schedule")).Positions());

        Assert.Equal([(1, "8"), (3, null), (21, "7")], (await server.Nobody.GetAsync(path).JsonAsync()).Items().Select(player => (player.Number("id"), player.TextOrNull("number"))));
        Assert.Equal("Of Others", Assert.Single((await server.Nobody.GetAsync($"/api/events/{id}/teams/2/players").JsonAsync()).Items()).Text("name"));
    }

    [Fact]
    public async Task A_write_that_is_sent_twice_adds_one_player()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/teams/1/players";
        var first = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", path, new { name = "Ada" }, ("Idempotency-Key", id)));

        var repeat = await server.Organizer.SendAsync("POST", path, new { name = "Ada" }, ("Idempotency-Key", id));

        Assert.Equal("true", repeat.Header("Idempotency-Replayed"));
        Assert.Equal(first.GetRawText(), (await repeat.JsonAsync()).GetRawText());
        Assert.Single((await server.Nobody.GetAsync(path).JsonAsync()).Items());
    }

    [Fact]
    public async Task Players_go_with_their_team()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams", new { id = 50, name = "Guests" }));
        await AddAsync(id, 50, new { id = 5, name = "Ada" });

        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/teams/50"));
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams", new { id = 50, name = "Others" }));

        Assert.Empty((await server.Nobody.GetAsync($"/api/events/{id}/teams/50/players").JsonAsync()).Items());
        await AddAsync(id, 1, new { id = 5, name = "Another" });
    }

    private static (string?, string?, string?) Facts(JsonElement player) => (player.Text("name"), player.TextOrNull("number"), player.TextOrNull("userId"));

    private async Task<JsonElement> AddAsync(string id, int team, object player) =>
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams/{team}/players", player));
}
