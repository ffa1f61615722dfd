using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>The score of a match that was removed returns with it as it was, or the match can't return.</summary>
public sealed class RestoredScoreTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Match = """{"matches":[{"id":1,"team1Label":"a","team2Label":"b"}]}""";

    [Fact]
    public async Task An_official_score_is_official_again()
    {
        var id = await FinalAsync();
        await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/matches/1/official", new { official = true }));
        await PutAsync(id, """{"matches":[]}""");

        await PutAsync(id, Match);

        Assert.True((await server.Admin.GetAsync($"/api/events/{id}/scores/1")).GetProperty("official").GetBoolean());
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 9, 0, "final"), 403, "claim_required");
        await server.Media.ClaimAsync(id, 1);
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 9, 0, "final"), 409, "score_official");
    }

    [Fact]
    public async Task A_score_that_can_not_be_in_the_format_of_now_keeps_its_match_away()
    {
        var id = await FinalAsync();
        await PutAsync(id, """{"matches":[]}""");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", """{"format":{"kind":"sets","bestOf":1,"setTo":25}}"""));

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Match), 409, "format_contradicts_scores");

        Assert.Equal(1, problem.GetProperty("affected")[0].Number("matchId"));
        Assert.Equal(0, (await server.Admin.GetAsync($"/api/events/{id}/matches")).Number("total"));
    }

    private async Task<string> FinalAsync()
    {
        var id = await server.EventAsync(0, sport: "volleyball");
        await PutAsync(id, Match);
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.SendAsync(
            "POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[{"team1":25,"team2":1},{"team1":25,"team2":1},{"team1":25,"team2":1}],"status":"final"}"""));
        return id;
    }

    private async Task PutAsync(string id, string schedule) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule?affectScored=true", schedule));
}
