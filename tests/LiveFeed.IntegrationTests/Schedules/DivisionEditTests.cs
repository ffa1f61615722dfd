using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>What a division has beside its name.</summary>
public sealed class DivisionEditTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Pools = """[{"id":"A","name":"Pool A","teams":[1,4]}]""";

    [Fact]
    public async Task A_division_is_added_with_its_format_pools_and_standings()
    {
        var id = await server.EventAsync(sport: "volleyball");

        var added = await server.Organizer.SendAsync("POST", $"/api/events/{id}/divisions", $$"""{"name":"Mixed","format":"volleyball-best-of-3","pools":{{Pools}},"standings":{"preset":"fivb"} }""");

        var division = await Expect.SuccessAsync(added);
        Assert.Equal(("volleyball-best-of-3", Pools, "fivb"), (division.Text("format"), division.GetProperty("pools").GetRawText(), division.GetProperty("standings").Text("preset")));
        var read = await server.Nobody.GetAsync($"/api/events/{id}/divisions/{division.Number("id")}");
        Assert.Equal((division.GetRawText(), added.Header("ETag")), (await read.Content.ReadAsStringAsync(), read.Header("ETag")));
        Assert.Equal(division.GetRawText(), (await StoredAsync(id, division.Number("id"))).GetRawText());
    }

    [Fact]
    public async Task A_change_leaves_what_it_leaves_out_and_null_clears()
    {
        var id = await server.EventAsync(sport: "volleyball");
        var path = $"/api/events/{id}/divisions/1";

        var given = await server.Organizer.SendAsync("PATCH", path, $$"""{"format":"volleyball-best-of-3","pools":{{Pools}} }""");
        var tag = given.Header("ETag");
        Assert.Equal(("volleyball-best-of-3", Pools), ((await Expect.SuccessAsync(given)).Text("format"), (await StoredAsync(id, 1)).GetProperty("pools").GetRawText()));

        var ranked = await server.Organizer.SendAsync("PATCH", path, """{"standings":{"preset":"fivb"},"format":null}""", ("If-Match", tag!));
        var division = await Expect.SuccessAsync(ranked);
        Assert.False(division.TryGetProperty("format", out _));
        Assert.Equal((Pools, "fivb"), (division.GetProperty("pools").GetRawText(), division.GetProperty("standings").Text("preset")));
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", path, """{"pools":null}""", ("If-Match", tag!)), 412, "version_mismatch");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", path, """{"pools":null,"standings":null}"""));
        Assert.Equal(["id", "name"], (await StoredAsync(id, 1)).EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Its_matches_are_published_in_the_new_format()
    {
        var id = await server.EventAsync(sport: "volleyball");
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/1", """{"format":"volleyball-best-of-3"}"""));

        var entries = (await server.Nobody.GetAsync($"/api/events/{id}/feed?after={cursor}").JsonAsync()).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["match/2", "match/4"], entries.Select(entry => entry.Text("key")));
    }

    [Theory]
    [InlineData("""{"format":"no-such-preset"}""", "format")]
    [InlineData("""{"pools":[{"id":"A","name":"Pool A","teams":[77]}]}""", "pools[0].teams[0]")]
    [InlineData("""{"standings":{"preset":"no-such-book"}}""", "standings")]
    public async Task What_is_wrong_is_named_without_a_position_in_a_schedule(string change, string field)
    {
        var id = await server.EventAsync(sport: "volleyball");

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/1", change), 422, "invalid_schedule");

        Assert.StartsWith(field, Assert.Single(problem.Positions()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_in_which_a_score_cannot_be_is_rejected()
    {
        var id = await server.EventAsync(sport: "volleyball");
        await server.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/scores", new { matchId = 2, status = "inProgress", sets = new[] { new { team1 = 25, team2 = 20 }, new { team1 = 1, team2 = 0 } } }));

        await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/divisions/1", """{"format":"volleyball-one-set"}"""), 409, "format_contradicts_scores");
    }

    private async Task<JsonElement> StoredAsync(string id, int division) => (await server.Nobody.GetAsync($"/api/events/{id}/schedule").JsonAsync())
        .GetProperty("divisions").EnumerateArray().Single(one => one.Number("id") == division);
}
