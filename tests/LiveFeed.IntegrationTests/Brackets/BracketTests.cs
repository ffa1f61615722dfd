using System.Net;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Brackets;

/// <summary>Brackets as readers get them, of schedules that nobody drew here.</summary>
public sealed class BracketTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Schedule = """
        {"divisions":[{"id":1,"name":"Women"},{"id":2,"name":"Men"}],
        "teams":[{"id":1,"name":"Team 1"},{"id":2,"name":"Team 2"},{"id":3,"name":"Team 3"},{"id":4,"name":"Team 4"}],"matches":[
        {"id":1,"divisionId":1,"number":"M1","team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"number":"M2","team1Id":3,"team2Id":4},
        {"id":3,"divisionId":1,"number":"M3","team1Label":"Sieger M1","team2Label":"Winner of match 2"},
        {"id":4,"divisionId":2,"number":"M4","team1Id":1,"team2Label":"bye"},
        {"id":5,"divisionId":2,"number":"M5","team1From":{"winnerOf":4},"team2Id":2},
        {"id":6,"divisionId":2,"team1Id":3,"team2Id":4}]}
        """;

    [Fact]
    public async Task Labels_of_a_file_make_columns_with_the_matches_and_scores_that_their_lists_have()
    {
        var id = await CupAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 20, 25, "final"));

        var brackets = (await server.Admin.GetAsync($"/api/events/{id}/brackets")).Items().ToList();

        Assert.Equal([(3, "Women"), (5, "Men")], brackets.Select(bracket => (bracket.Number("id"), bracket.GetProperty("division").Text("name")!)));
        Assert.Equal("main Semi-finals 4: 1 2; main Final 2: 3", Describe(brackets[0]));
        var semiFinal = brackets[0].GetProperty("rounds")[0].GetProperty("matches")[0];
        Assert.Equal((await server.Admin.GetAsync($"/api/events/{id}/matches/1")).GetRawText(), semiFinal.GetProperty("match").GetRawText());
        Assert.Equal((await server.Admin.GetAsync($"/api/events/{id}/scores/1")).GetRawText(), semiFinal.GetProperty("score").GetRawText());
        var final = brackets[0].GetProperty("rounds")[1].GetProperty("matches")[0].GetProperty("match");
        Assert.Equal((2, "Winner of match 2", 2), (final.GetProperty("team1").Number("id"), final.Text("team2Label"), final.GetProperty("team2From").Number("winnerOf")));
        Assert.Equal([2], brackets[1].GetProperty("rounds")[0].GetProperty("matches")[0].GetProperty("byes").EnumerateArray().Select(side => side.GetInt32()));
    }

    [Fact]
    public async Task They_are_read_by_division_and_page_and_only_if_something_changed()
    {
        var id = await CupAsync();
        var response = await server.Nobody.GetAsync($"/api/events/{id}/brackets?division=2");
        Assert.Equal([5], (await Expect.SuccessAsync(response)).Items().Select(bracket => bracket.Number("id")));
        var etag = response.Header("ETag")!;
        Assert.Equal(HttpStatusCode.NotModified, (await server.Nobody.SendAsync("GET", $"/api/events/{id}/brackets?division=2", null, ("If-None-Match", etag))).StatusCode);

        await server.Media.ClaimAsync(id, 5);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 5, 1, 0));

        var changed = await Expect.SuccessAsync(await server.Nobody.SendAsync("GET", $"/api/events/{id}/brackets?division=2", null, ("If-None-Match", etag)));
        Assert.Equal("inProgress", changed.Items().Single().GetProperty("rounds")[1].GetProperty("matches")[0].GetProperty("score").Text("status"));
        var second = await server.Admin.GetAsync($"/api/events/{id}/brackets?limit=1&offset=1");
        Assert.Equal((2, 5), (second.Number("total"), second.Items().Single().Number("id")));
        Assert.Empty((await server.Admin.GetAsync($"/api/events/{id}/brackets?division=9")).Items());
    }

    [Fact]
    public async Task A_round_keeps_its_id_when_earlier_rounds_are_added()
    {
        var id = await CupAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"team1Id":null,"team1From":{"winnerOf":6}}"""));
        // Match 6 is of another division, so that its winner is new there.
        Assert.Equal("main-1-1 main-1-0", await RoundsAsync());
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/6", """{"divisionId":1}"""));

        Assert.Equal("main-1-2 main-1-1 main-1-0", await RoundsAsync());

        async Task<string> RoundsAsync() =>
            string.Join(' ', (await server.Admin.GetAsync($"/api/events/{id}/brackets?division=1")).Items().Single().GetProperty("rounds").EnumerateArray().Select(round => round.Text("id")));
    }

    private static string Describe(System.Text.Json.JsonElement bracket) => string.Join("; ", bracket.GetProperty("rounds").EnumerateArray().Select(round =>
        $"{round.Text("stage")} {round.Text("name")} {round.Number("size")}: {string.Join(' ', round.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("match").Number("id")))}"));

    private async Task<string> CupAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule));
        return id;
    }
}
