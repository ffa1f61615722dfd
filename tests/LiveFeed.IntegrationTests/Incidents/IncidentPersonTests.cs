using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Incidents;

/// <summary>The persons of incidents that are players.</summary>
public sealed class IncidentPersonTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_person_is_a_player_or_a_text_and_readers_get_the_players_name_and_number()
    {
        var id = await EventAsync();

        var incident = await PostAsync(id, new { kind = "substitution", side = 1, person = 1, person2 = "Somebody" });

        Assert.Equal((1, "Ada", "7", "Somebody"), (incident.Number("personId"), incident.Text("person"), incident.Text("personNumber"), incident.Text("person2")));
        Assert.False(incident.TryGetProperty("person2Id", out _));
        var entry = await server.Nobody.EntryAsync(id, $"incident/{incident.Text("id")}");
        Assert.Equal((1, "Ada", "7", "Somebody"), (entry.Number("personId"), entry.Text("person"), entry.Text("personNumber"), entry.Text("person2")));
    }

    [Theory]
    [InlineData("""{"kind":"goal","side":1,"person":77}""", "person")]
    // Player 2 plays on side 2, and player 3 in another match.
    [InlineData("""{"kind":"goal","side":1,"person":2}""", "person")]
    [InlineData("""{"kind":"goal","side":2,"person":2,"person2":1}""", "person2")]
    [InlineData("""{"kind":"note","person":3}""", "person")]
    public async Task A_player_who_does_not_play_on_that_side_is_rejected(string body, string field)
    {
        var id = await EventAsync();

        Assert.Equal([field], (await Expect.ProblemAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/matches/1/incidents", body), 422, "invalid_incident")).Positions());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("99999999999")]
    public async Task What_is_neither_a_number_nor_a_text_is_rejected(string person)
    {
        var id = await EventAsync();

        await Expect.ProblemAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/matches/1/incidents", $$"""{"kind":"note","person":{{person}}}"""), 400, "invalid_json");
    }

    [Fact]
    public async Task Incidents_follow_their_players_name_and_number_and_keep_them_when_the_player_is_removed()
    {
        var id = await EventAsync();
        var incident = await PostAsync(id, new { kind = "goal", side = 1, person = 1, person2 = 1 });
        var cursor = await server.Nobody.CursorAsync(id);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/teams/1/players/1", new { name = "Ada Striker", number = "9" }));

        var entry = Assert.Single(await server.Nobody.EntriesAsync(id, $"types=incident&after={cursor}"));
        Assert.Equal(("Ada Striker", "9", "Ada Striker", "9"), (entry.Text("person"), entry.Text("personNumber"), entry.Text("person2"), entry.Text("person2Number")));
        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/teams/1/players/1"));
        var kept = await server.Nobody.GetAsync($"/api/events/{id}/incidents/{incident.Text("id")}").JsonAsync();
        Assert.Equal(("Ada Striker", "9"), (kept.Text("person"), kept.Text("personNumber")));
    }

    private async Task<string> EventAsync()
    {
        var id = await server.EventAsync(sport: "football");
        foreach (var (team, player) in new[] { (1, "Ada"), (2, "Bea"), (3, "Cleo") })
            await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/teams/{team}/players", new { id = team, name = player, number = "7" }));
        await server.Media.ClaimAsync(id, 1);
        return id;
    }

    private async Task<JsonElement> PostAsync(string id, object body) => await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", body));
}
