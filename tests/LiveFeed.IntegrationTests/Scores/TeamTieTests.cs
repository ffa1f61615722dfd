using System.Net;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

/// <summary>Ties are matches made of matches, their rubbers. A rubber is one set to 25; a tie has three of them, unless a test says otherwise.</summary>
public sealed class TeamTieTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const int Tie = 1;

    [Fact]
    public async Task The_score_of_a_tie_follows_from_its_rubbers()
    {
        var id = await TieAsync();
        await ClaimAsync(id, 11, 12, 13);

        await PostAsync(id, 11, 3, 2, "inProgress");
        Assert.Equal(("inProgress", "0-0", null), await ScoreAsync(id));
        await PostAsync(id, 11, 25, 2);
        Assert.Equal(("inProgress", "1-0", null), await ScoreAsync(id));
        await PostAsync(id, 12, 1, 25);
        Assert.Equal(("inProgress", "1-1", null), await ScoreAsync(id));
        await PostAsync(id, 13, 25, 23);
        Assert.Equal(("final", "2-1", 1), await ScoreAsync(id));

        var score = await server.Admin.GetAsync($"/api/events/{id}/scores/{Tie}");
        Assert.Equal("""{"team1":2,"team2":1}""", score.GetProperty("setsWon").GetRawText());
        Assert.Equal(4, score.Number("version"));
        Assert.Equal(4, (await server.Admin.GetAsync($"/api/events/{id}/scores/{Tie}/history")).Number("total"));
        var entry = await server.Admin.Http.EntryAsync(id, $"score/{Tie}");
        Assert.All(score.EnumerateObject(), member => Assert.Equal(member.Value.GetRawText(), entry.GetProperty(member.Name).GetRawText()));
    }

    [Fact]
    public async Task A_point_in_a_rubber_changes_nothing_of_its_tie()
    {
        var id = await TieAsync();
        await ClaimAsync(id, 11);
        await PostAsync(id, 11, 3, 2, "inProgress");
        var cursor = await server.Admin.Http.CursorAsync(id);

        await PostAsync(id, 11, 4, 2, "inProgress");

        Assert.Equal("score/11", Assert.Single(await server.Admin.Http.EntriesAsync(id, $"after={cursor}"), entry => entry.Text("type") == "score-update").Text("key"));
    }

    [Fact]
    public async Task A_correction_of_a_rubber_is_carried_on()
    {
        var id = await TieAsync();
        await ClaimAsync(id, 11, 12);
        await PostAsync(id, 11, 25, 2);
        await PostAsync(id, 12, 25, 2);
        Assert.Equal(("final", "2-0", 1), await ScoreAsync(id));

        await PostAsync(id, 12, 2, 25);
        Assert.Equal(("inProgress", "1-1", null), await ScoreAsync(id));
        await PostAsync(id, 12, 0, 0, "scheduled");
        await PostAsync(id, 11, 2, 2, "inProgress");
        Assert.Equal(("inProgress", "0-0", null), await ScoreAsync(id));
    }

    [Theory]
    [InlineData("cancelled", "cancelled", "cancelled", "cancelled", "", null)]
    [InlineData("abandoned", "cancelled", "cancelled", "abandoned", "0-0", null)]
    [InlineData("final", "cancelled", "abandoned", "final", "1-0", 1)]
    [InlineData("final", "cancelled", "scheduled", "inProgress", "1-0", null)]
    [InlineData("postponed", "postponed", "postponed", "postponed", "", null)]
    [InlineData("postponed", "scheduled", "postponed", "scheduled", "", null)]
    [InlineData("suspended", "scheduled", "scheduled", "inProgress", "0-0", null)]
    public async Task A_tie_is_over_when_all_of_its_rubbers_are(string first, string second, string third, string expected, string sets, int? winner)
    {
        var id = await TieAsync();
        await ClaimAsync(id, 11, 12, 13);
        foreach (var (match, status) in new[] { (11, first), (12, second), (13, third) }.Where(rubber => rubber.Item2 != "scheduled"))
            await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", $$"""{"matchId":{{match}},"sets":[{{(status == "final" ? """{"team1":25,"team2":1}""" : "")}}],"status":"{{status}}"}"""));

        Assert.Equal((expected, sets, winner), await ScoreAsync(id));
    }

    [Theory]
    [InlineData("""{"kind":"rubbers","rubbers":2,"drawAllowed":true}""", "final", "1-1", null)]
    [InlineData("""{"kind":"rubbers","rubbers":2}""", "final", "1-1", null)]
    [InlineData("""{"kind":"rubbers","rubbers":4,"drawAllowed":true}""", "inProgress", "1-1", null)]
    public async Task A_tie_may_be_drawn(string format, string status, string sets, int? winner)
    {
        var id = await TieAsync(format, rubbers: 2);
        await ClaimAsync(id, 11, 12);
        await PostAsync(id, 11, 25, 2);
        await PostAsync(id, 12, 2, 25);

        Assert.Equal((status, sets, winner), await ScoreAsync(id));
    }

    [Fact]
    public async Task A_tie_of_which_all_rubbers_are_played_is_final_after_the_last()
    {
        var id = await TieAsync("""{"kind":"rubbers","rubbers":3,"playAll":true}""");
        await ClaimAsync(id, 11, 12, 13);
        await PostAsync(id, 11, 25, 2);
        await PostAsync(id, 12, 25, 2);
        Assert.Equal(("inProgress", "2-0", null), await ScoreAsync(id));
        await PostAsync(id, 13, 2, 25);
        Assert.Equal(("final", "2-1", 1), await ScoreAsync(id));
    }

    [Fact]
    public async Task A_rubber_that_is_played_after_the_decision_counts()
    {
        var id = await TieAsync();
        await ClaimAsync(id, 11, 12, 13);
        foreach (var match in new[] { 11, 12, 13 })
            await PostAsync(id, match, 2, 25);
        Assert.Equal(("final", "0-3", 2), await ScoreAsync(id));
    }

    [Theory]
    [InlineData("""{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress"}""")]
    [InlineData("""{"matchId":1,"sets":[{"team1":2,"team2":0}],"status":"final","outcome":{"kind":"awarded","winner":1}}""")]
    [InlineData("""{"matchId":1,"sets":[],"status":"cancelled"}""")]
    [InlineData("""{"matchId":1,"sets":[],"status":"final","outcome":{"kind":"awarded","winner":1},"server":1}""")]
    public async Task A_score_of_a_tie_is_rejected(string body)
    {
        var id = await TieAsync();
        await ClaimAsync(id, Tie, 11);
        await PostAsync(id, 11, 2, 25);

        var problem = await Expect.ProblemAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", body), 409, "score_follows_rubbers");

        Assert.Equal(1, problem.GetProperty("current").Number("version"));
        Assert.Equal(("inProgress", "0-1", null), await ScoreAsync(id));
        var import = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/import", $$"""{"scores":[{{body[..^1]}},"lastUpdated":"2030-01-01T00:00:00Z"}]}"""));
        Assert.Equal("score_follows_rubbers", Assert.Single(import.GetProperty("conflicts").EnumerateArray()).Text("reason"));
    }

    [Fact]
    public async Task An_outcome_of_the_whole_tie_wins_over_its_rubbers_until_it_is_taken_back()
    {
        var id = await TieAsync();
        await ClaimAsync(id, Tie, 11, 12);
        await PostAsync(id, 11, 25, 2);

        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[],"status":"final","outcome":{"kind":"walkover","winner":2}}"""));
        Assert.Equal(("final", "1-0", 2), await ScoreAsync(id));
        await PostAsync(id, 12, 25, 2);
        Assert.Equal(("final", "2-0", 2), await ScoreAsync(id));

        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", """{"matchId":1,"sets":[{"team1":2,"team2":0}],"status":"inProgress"}"""));
        Assert.Equal(("final", "2-0", 1), await ScoreAsync(id));
    }

    [Fact]
    public async Task Imported_rubbers_and_outcomes_count_as_posted_ones()
    {
        var id = await TieAsync();
        var report = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/import", """
            {"scores":[{"matchId":11,"sets":[{"team1":25,"team2":1}],"status":"final","lastUpdated":"2026-01-01T00:00:00Z"},
            {"matchId":12,"sets":[{"team1":25,"team2":1}],"status":"final","lastUpdated":"2026-01-01T00:00:00Z"}]}
            """));
        Assert.Empty(report.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(("final", "2-0", 1), await ScoreAsync(id));

        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/import", """{"scores":[{"matchId":1,"sets":[],"status":"final","outcome":{"kind":"awarded","winner":2},"lastUpdated":"2030-01-01T00:00:00Z"}]}"""));
        Assert.Equal(("final", "2-0", 2), await ScoreAsync(id));
    }

    [Fact]
    public async Task A_match_of_rubbers_that_has_none_is_scored_as_any_other()
    {
        var id = await TieAsync(rubbers: 0);
        await ClaimAsync(id, Tie);
        await PostAsync(id, Tie, 2, 1);
        Assert.Equal(("final", "2-1", 1), await ScoreAsync(id));
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, Tie, 2, 2, "final"), 422, "invalid_score");

        // Rubbers would overwrite that.
        await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", """{"id":11,"partOf":1,"rubber":1}"""), 409, "tie_has_score");
        Assert.Equal(("final", "2-1", 1), await ScoreAsync(id));
    }

    [Fact]
    public async Task Rubbers_that_are_removed_count_no_more()
    {
        var id = await TieAsync();
        await ClaimAsync(id, 11, 12);
        await PostAsync(id, 11, 25, 2);
        await PostAsync(id, 12, 25, 2);
        await RemoveAsync(13);
        Assert.Equal(("final", "2-0", 1), await ScoreAsync(id));
        await RemoveAsync(12);
        Assert.Equal(("inProgress", "1-0", null), await ScoreAsync(id));
        await RemoveAsync(11);
        Assert.Equal(("scheduled", "", null), await ScoreAsync(id));

        async Task RemoveAsync(int match) => await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/{match}?affectScored=true"));
    }

    [Fact]
    public async Task What_is_played_already_counts_once_it_is_a_rubber()
    {
        var id = await TieAsync(rubbers: 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", """{"id":12,"team1Id":1,"team2Id":2}"""));
        await ClaimAsync(id, 12);
        await PostAsync(id, 12, 2, 25);

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/12", """{"partOf":1,"rubber":2}"""));
        Assert.Equal(("inProgress", "0-1", null), await ScoreAsync(id));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/12", """{"partOf":null,"rubber":null}"""));
        Assert.Equal(("scheduled", "", null), await ScoreAsync(id));
        Assert.Equal("b", (await server.Admin.GetAsync($"/api/events/{id}/matches/12")).GetProperty("team2").Text("name"));
    }

    private async Task<string> TieAsync(string format = """{"kind":"rubbers","rubbers":3}""", int rubbers = 3)
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        var own = string.Concat(Enumerable.Range(1, rubbers).Select(number => $$""",{"id":{{10 + number}},"partOf":1,"rubber":{{number}}}"""));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"matches":[{"id":1,"team1Id":1,"team2Id":2,"format":{{format}}}{{own}}]}
            """));
        return id;
    }

    private async Task ClaimAsync(string id, params int[] matches)
    {
        foreach (var match in matches)
            await server.Media.ClaimAsync(id, match);
    }

    private async Task PostAsync(string id, int match, int team1, int team2, string status = "final") =>
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, team1, team2, status));

    private async Task<(string, string, int?)> ScoreAsync(string id)
    {
        // A tie of which no rubber has begun has no score.
        var response = await server.Admin.SendAsync("GET", $"/api/events/{id}/scores/{Tie}");
        if (response.StatusCode is HttpStatusCode.NotFound)
            return ("scheduled", "", null);
        var score = await Expect.SuccessAsync(response);
        var winner = score.GetProperty("winner");
        return (
            score.Text("status")!, string.Join(' ', score.GetProperty("sets").EnumerateArray().Select(set => $"{set.Number("team1")}-{set.Number("team2")}")),
            winner.ValueKind is JsonValueKind.Null ? null : winner.GetInt32());
    }
}
