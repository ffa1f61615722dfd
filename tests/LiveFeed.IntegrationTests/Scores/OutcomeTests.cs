using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

public sealed class OutcomeTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task A_walkover_needs_no_sets_and_no_status_and_everybody_reads_who_won_and_why()
    {
        var id = await ClaimedAsync("tennis");

        var score = await Expect.SuccessAsync(await PostAsync(id, """{"matchId":1,"outcome":{"kind":"walkover","winner":2,"note":"ill"}}"""));

        Assert.Equal(("final", 2), (score.Text("status"), score.Number("winner")));
        Assert.Empty(score.GetProperty("warnings").EnumerateArray());
        var read = await server.Admin.GetAsync($"/api/events/{id}/scores/1");
        Assert.Equal("""{"kind":"walkover","winner":2,"note":"ill"}""", read.GetProperty("outcome").GetRawText());
        var entry = await server.Admin.Http.EntryAsync(id, "score/1");
        Assert.Equal(read.GetProperty("outcome").GetRawText(), entry.GetProperty("outcome").GetRawText());
    }

    [Fact]
    public async Task What_a_score_has_beside_its_sets_is_kept_with_each_revision_and_gone_with_the_next_score_without_it()
    {
        var id = await ClaimedAsync("tennis");

        await Expect.SuccessAsync(await PostAsync(id, """{"matchId":1,"sets":[{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}},{"team1":1,"team2":0}],"status":"inProgress","points":{"team1":"AD","team2":"40"},"server":2}"""));
        var first = await server.Admin.GetAsync($"/api/events/{id}/scores/1");
        await Expect.SuccessAsync(await PostAsync(id, """{"matchId":1,"sets":[{"team1":7,"team2":6}],"status":"suspended"}"""));
        var second = await server.Admin.GetAsync($"/api/events/{id}/scores/1");

        Assert.Equal(("""{"team1":"AD","team2":"40"}""", 2), (first.GetProperty("points").GetRawText(), first.Number("server")));
        Assert.Equal("""{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}}""", first.GetProperty("sets")[0].GetRawText());
        Assert.Equal("suspended", second.Text("status"));
        Assert.False(second.TryGetProperty("points", out _) || second.TryGetProperty("server", out _));
        var revisions = (await server.Admin.GetAsync($"/api/events/{id}/scores/1/history")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("""{"points":{"team1":"AD","team2":"40"},"server":2}""", revisions[1].GetProperty("details").GetRawText());
    }

    [Fact]
    public async Task A_shoot_out_stands_apart_and_one_that_is_sent_as_a_second_period_is_understood()
    {
        var id = await ClaimedAsync("football");

        var apart = await Expect.SuccessAsync(await PostAsync(id, """{"matchId":1,"sets":[{"team1":1,"team2":1}],"status":"final","decider":{"kind":"shootOut","team1":4,"team2":3}}"""));
        var asPeriod = await Expect.SuccessAsync(await PostAsync(id, """{"matchId":1,"sets":[{"team1":1,"team2":1},{"team1":4,"team2":3}],"status":"final"}"""));

        Assert.Equal(1, apart.Number("winner"));
        foreach (var member in new[] { "sets", "decider", "winner", "setsWon" })
            Assert.Equal(apart.GetProperty(member).GetRawText(), asPeriod.GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData("""{"matchId":1,"status":"final"}""", 400, "invalid_json", "sets")]
    [InlineData("""{"matchId":1,"sets":[]}""", 400, "invalid_json", "status")]
    [InlineData("""{"matchId":1,"outcome":{"kind":"retired"}}""", 422, "invalid_score", "outcome.winner")]
    [InlineData("""{"matchId":1,"outcome":{"kind":"lost","winner":1}}""", 400, "invalid_json", "outcome.kind")]
    [InlineData("""{"matchId":1,"status":"inProgress","outcome":{"kind":"retired","winner":1}}""", 422, "invalid_score", "status")]
    [InlineData("""{"matchId":1,"sets":[],"status":"final","decider":{"kind":"shootOut","team1":1,"team2":0}}""", 422, "invalid_score", "decider.kind")]
    public async Task What_can_not_be_is_rejected_with_its_place(string body, int status, string code, string field)
    {
        var id = await ClaimedAsync("tennis");

        var problem = await Expect.ProblemAsync(await PostAsync(id, body), status, code);

        Assert.Equal([field], problem.Positions());
    }

    [Fact]
    public async Task An_import_takes_the_outcomes_that_an_export_gives()
    {
        var (from, to) = (await ClaimedAsync("tennis"), await server.EventAsync(sport: "tennis"));
        await Expect.SuccessAsync(await PostAsync(from, """{"matchId":1,"sets":[{"team1":6,"team2":3},{"team1":2,"team2":0}],"outcome":{"kind":"retired","winner":2}}"""));
        var exported = await server.Organizer.GetAsync($"/api/events/{from}/export");

        var report = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{to}/import", $$"""{"scores":{{exported.GetProperty("scores").GetRawText()}}}"""));

        Assert.Equal(1, report.GetProperty("applied").Number("scores"));
        var score = await server.Admin.GetAsync($"/api/events/{to}/scores/1");
        Assert.Equal(("retired", 2), (score.GetProperty("outcome").Text("kind"), score.Number("winner")));
    }

    [Fact]
    public async Task Swapped_sides_swap_the_winner_of_an_outcome()
    {
        var id = await ClaimedAsync("tennis");
        await Expect.SuccessAsync(await PostAsync(id, """{"matchId":1,"sets":[{"team1":6,"team2":3},{"team1":2,"team2":0}],"outcome":{"kind":"retired","winner":2}}"""));
        var schedule = JsonSerializer.Serialize(TestSchedule.Of(4)).Replace("\"team1Id\":1,\"team2Id\":2", "\"team1Id\":2,\"team2Id\":1", StringComparison.Ordinal);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule?affectScored=true", schedule));

        var score = await server.Admin.GetAsync($"/api/events/{id}/scores/1");
        Assert.Equal((1, 1), (score.GetProperty("outcome").Number("winner"), score.Number("winner")));
        Assert.Equal(3, score.GetProperty("sets")[0].Number("team1"));
    }

    private Task<HttpResponseMessage> PostAsync(string id, string body) => server.Media.SendAsync("POST", $"/api/events/{id}/scores", body);

    private async Task<string> ClaimedAsync(string sport)
    {
        var id = await server.EventAsync(sport: sport);
        await server.Media.ClaimAsync(id, 1);
        return id;
    }
}
