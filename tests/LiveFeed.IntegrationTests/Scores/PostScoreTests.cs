using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

public sealed class PostScoreTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task The_first_score_is_created_and_the_next_ones_change_it()
    {
        var id = await ClaimedAsync("volleyball", 3);

        var first = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score("[[25,20],[3,1]]"));
        Assert.Equal(201, (int)first.StatusCode);
        Assert.Equal("\"v1\"", first.Header("ETag"));
        Assert.Equal($"/api/events/{id}/scores/1", first.Header("Location"));
        var score = await Expect.SuccessAsync(first);
        Assert.Equal((1, 1, "inProgress"), (score.Number("matchId"), score.Number("version"), score.Text("status")));
        Assert.Equal((1, 0), (score.GetProperty("setsWon").Number("team1"), score.GetProperty("setsWon").Number("team2")));
        Assert.Equal(JsonValueKind.Null, score.GetProperty("winner").ValueKind);
        Assert.Equal(server.Media.Id, score.Text("lastUpdatedBy"));
        Assert.Equal(server.Time.GetUtcNow(), score.When("lastUpdated"));

        var second = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score("[[25,20],[25,21]]", "final"));
        Assert.Equal(200, (int)second.StatusCode);
        Assert.Equal("\"v2\"", second.Header("ETag"));
        Assert.Null(second.Header("Location"));
        Assert.Equal(1, (await Expect.SuccessAsync(second)).Number("winner"));

        var read = await server.Nobody.GetAsync($"/api/events/{id}/scores/1");
        Assert.Equal("\"v2\"", read.Header("ETag"));
        Assert.Equal("""[{"team1":25,"team2":20},{"team1":25,"team2":21}]""", (await read.JsonAsync()).GetProperty("sets").GetRawText());
    }

    [Fact]
    public async Task The_response_has_a_length_so_that_it_is_sent_at_once()
    {
        var id = await ClaimedAsync("volleyball", 3);

        foreach (var points in new[] { 1, 2 })
        {
            var response = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score($"[[{points},0]]"));
            Assert.Equal(points, (await Expect.SuccessAsync(response)).Number("version"));
            Assert.NotEqual(true, response.Headers.TransferEncodingChunked);
        }
    }

    [Fact]
    public async Task A_score_takes_a_claim()
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 1, 0), 403, "claim_required");

        await server.Media.ClaimAsync(id, 2);
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 1, 0), 403, "claim_required");
    }

    [Fact]
    public async Task A_score_takes_the_writers_own_claim_even_from_an_administrator()
    {
        var id = await ClaimedAsync();

        foreach (var other in new[] { server.Coach, server.Organizer, server.Admin })
        {
            var problem = await Expect.ProblemAsync(await other.ScoreAsync(id, 1, 1, 0), 409, "claim_held");
            Assert.Equal((server.Media.Id, "Mia Media"), (problem.GetProperty("holder").Text("id"), problem.GetProperty("holder").Text("name")));
            Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), problem.When("expiresAt"));
        }

        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");
    }

    [Fact]
    public async Task A_claim_that_has_expired_is_none()
    {
        var id = await server.EventAsync();
        // So short that the sweep, which would end it, plays no part here.
        var soon = TimeSpan.FromMilliseconds(1);
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { expiresAt = server.Time.GetUtcNow() + soon }));

        server.Time.Advance(soon);

        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 1, 0), 403, "claim_required");
    }

    [Fact]
    public async Task Spectators_and_strangers_never_score()
    {
        var id = await ClaimedAsync();

        await Expect.ProblemAsync(await server.Spectator.ScoreAsync(id, 1, 1, 0), 403, "role_required");
        await Expect.ProblemAsync(await server.Stranger.ScoreAsync(id, 1, 1, 0), 403, "role_required");
    }

    [Fact]
    public async Task Only_matches_of_the_event_are_scored()
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 77, 1, 0), 404, "match_not_found");
        await Expect.ProblemAsync(await server.Media.ScoreAsync("no-such-event", 1, 1, 0), 404, "event_not_found");
    }

    [Theory]
    [InlineData("[[-1,0]]", "sets[0].team1")]
    [InlineData("[[25,20],[0,-1]]", "sets[1].team2")]
    [InlineData("[[1.5,0]]", "sets[0].team1")]
    [InlineData("[[0,1e-3]]", "sets[0].team2")]
    [InlineData("[[1000,0]]", "sets[0].team1")]
    [InlineData("[[1e20,0]]", "sets[0].team1")]
    [InlineData("[[25,20],[20,25],[25,20],[20,25],[15,10],[1,0]]", "sets[5]")]
    [InlineData("[[25,20],[25,20],[25,20],[1,0]]", "sets[3]")]
    public async Task A_score_that_cannot_be_is_rejected_with_its_position(string sets, string position)
    {
        var id = await ClaimedAsync("volleyball");

        var problem = await Expect.ProblemAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score(sets)), 422, "invalid_score");

        Assert.Equal([position], problem.Positions());
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");
    }

    [Theory]
    [InlineData("[[1.0,2e1]]")]
    [InlineData("[]")]
    [InlineData("[[999,0]]")]
    public async Task Whole_numbers_may_be_written_in_any_way(string sets)
    {
        var id = await ClaimedAsync();

        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score(sets)));
    }

    [Fact]
    public async Task What_is_merely_odd_is_stored_with_warnings()
    {
        var id = await ClaimedAsync("volleyball");

        var score = await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score("[[27,20],[3,1]]", "scheduled")));

        Assert.Equal(["scheduled_with_points", "set_past_its_end"], score.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code")!).Order());
        Assert.Equal(1, (await server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync()).Number("version"));
    }

    [Fact]
    public async Task Writing_renews_the_claim()
    {
        var id = await ClaimedAsync();
        server.Time.Advance(TimeSpan.FromMinutes(14));

        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));

        Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), (await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync()).When("expiresAt"));
        server.Time.Advance(TimeSpan.FromMinutes(14));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 2, 0));
    }

    [Fact]
    public async Task A_rejected_write_renews_nothing()
    {
        var id = await ClaimedAsync();
        var expiresAt = server.Time.GetUtcNow().AddMinutes(15);
        server.Time.Advance(TimeSpan.FromMinutes(10));

        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, -1, 0), 422, "invalid_score");

        Assert.Equal(expiresAt, (await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync()).When("expiresAt"));
    }

    [Fact]
    public async Task The_history_has_every_update_newest_first_in_pages()
    {
        var id = await ClaimedAsync();
        foreach (var points in Enumerable.Range(1, 5))
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, points, 0, clientUpdateId: $"{id}-{points}"));

        var page = await server.Nobody.GetAsync($"/api/events/{id}/scores/1/history?limit=2&offset=1").JsonAsync();

        Assert.Equal((5, 2, 1), (page.Number("total"), page.Number("limit"), page.Number("offset")));
        Assert.Equal([4, 3], page.Items().Select(revision => revision.Number("version")));
        var newest = page.Items().First();
        Assert.Equal(4, newest.GetProperty("sets")[0].Number("team1"));
        Assert.Equal((server.Media.Id, $"{id}-4", "inProgress"), (newest.Text("updatedBy"), newest.Text("clientUpdateId"), newest.Text("status")));
        Assert.Equal(0, (await server.Nobody.GetAsync($"/api/events/{id}/scores/2/history").JsonAsync()).Number("total"));
    }

    [Fact]
    public async Task Scores_are_listed_by_match_and_filtered()
    {
        var id = await server.EventAsync();
        foreach (var match in new[] { 3, 1, 2 })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 1, 0));
        }

        Assert.Equal([1, 2, 3], await MatchesAsync(""));
        Assert.Equal([2], await MatchesAsync("?limit=1&offset=1"));
        Assert.Equal([2], await MatchesAsync("?teamId=3"));
        Assert.Equal([1, 3], await MatchesAsync("?division=2"));
        Assert.Empty(await MatchesAsync("?division=2&teamId=3"));
        foreach (var (query, position) in new[] { ("teamId=9999999999", "teamId"), ("division=x", "division"), ("limit=0", "limit"), ("offset=-1", "offset") })
            Assert.Equal([position], (await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores?{query}"), 400, "invalid_request")).Positions());

        async Task<IEnumerable<int>> MatchesAsync(string query) =>
            (await server.Nobody.GetAsync($"/api/events/{id}/scores{query}").JsonAsync()).Items().Select(score => score.Number("matchId"));
    }

    private static string Score(string sets, string status = "inProgress") => $$"""
        {"matchId":1,"sets":[{{string.Join(',', JsonDocument.Parse(sets).RootElement.EnumerateArray().Select(set => $$"""{"team1":{{set[0].GetRawText()}},"team2":{{set[1].GetRawText()}}}"""))}}],"status":"{{status}}"}
        """;

    /// <summary>Creates an event in which media has claimed match 1.</summary>
    private async Task<string> ClaimedAsync(string sport = "generic", int? bestOf = null)
    {
        var id = await server.EventAsync(sport: sport, bestOf: bestOf);
        await server.Media.ClaimAsync(id, 1);
        return id;
    }
}
