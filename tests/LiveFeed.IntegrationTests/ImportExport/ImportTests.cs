using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Support;
using static LiveFeed.IntegrationTests.ImportExport.Imports;

namespace LiveFeed.IntegrationTests.ImportExport;

public sealed class ImportTests(TimedServer server) : IClassFixture<TimedServer>
{
    private DateTimeOffset Now => server.Time.GetUtcNow();

    [Theory]
    [InlineData("scores", """{"matchId":1,"sets":[],"status":"final","lastUpdated":"2026-07-01T10:00:00Z"}""")]
    [InlineData("claims", """{"matchId":1,"claimedBy":"x","claimedAt":"2026-07-01T10:00:00Z","expiresAt":"2026-07-01T11:00:00Z"}""")]
    [InlineData("coveragePlans", """{"selectedMatches":[]}""")]
    public async Task A_list_so_long_that_others_would_wait_for_it_is_rejected(string list, string item)
    {
        var id = await server.EventAsync();
        var body = $"{{\"{list}\":[{string.Join(',', Enumerable.Repeat(item, 10_001))}]}}";

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/import", body), 400, "invalid_request");

        Assert.Equal([list], problem.Positions());
    }

    [Fact]
    public async Task An_export_goes_into_another_event_with_the_same_schedule_and_comes_out_the_same()
    {
        var (source, target) = (await server.EventAsync(), await server.EventAsync());
        foreach (var (match, scorer) in new[] { (1, server.Media), (2, server.Coach) })
        {
            await scorer.ClaimAsync(source, match);
            await Expect.SuccessAsync(await scorer.ScoreAsync(source, match, match, 0));
        }

        await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{source}/coverage-plans", new { selectedMatches = new[] { 1, 3 } }));
        await Expect.SuccessAsync(await server.Spectator.PutAsync($"/api/events/{source}/coverage-plans", new { selectedMatches = new[] { 2 } }));
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var export = await server.Organizer.GetAsync($"/api/events/{source}/export");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{target}/schedule", export.GetProperty("schedule").GetRawText()));

        var report = await server.Organizer.ImportAsync(target, Importable(export));

        Assert.Empty(report.GetProperty("conflicts").EnumerateArray());
        Assert.Equal((2, 2, 2), Applied(report));
        var copy = await server.Organizer.GetAsync($"/api/events/{target}/export");
        foreach (var part in new[] { "schedule", "scores", "claims", "coveragePlans" })
            Assert.Equal(export.GetProperty(part).ToString(), copy.GetProperty(part).ToString());
        await Expect.SuccessAsync(await server.Media.ScoreAsync(target, 1, 5, 0));

        // Once more: the server has everything already, and wins the ties.
        var again = await server.Organizer.ImportAsync(target, Importable(copy));
        Assert.Equal((0, 1, 0), (Applied(again).Scores, again.GetProperty("conflicts").EnumerateArray().Count(conflict => conflict.Text("reason") == "server_newer"), Applied(again).Claims));
        Assert.Equal(5, (await server.Nobody.GetAsync($"/api/events/{target}/scores/1").JsonAsync()).GetProperty("sets")[0].Number("team1"));
    }

    [Fact]
    public async Task An_export_is_the_whole_event()
    {
        var id = await server.EventAsync();

        var export = await server.Organizer.GetAsync($"/api/events/{id}/export");

        Assert.Equal(id, export.GetProperty("event").Text("id"));
        Assert.Equal(Now, export.When("exportedAt"));
        Assert.Equal(4, export.GetProperty("schedule").GetProperty("matches").GetArrayLength());
    }

    [Fact]
    public async Task The_latest_score_wins_and_the_server_wins_ties()
    {
        var id = await server.EventAsync();
        foreach (var match in new[] { 1, 2, 3 })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 1, 0));
        }

        var stored = Now;
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var report = await server.Organizer.ImportAsync(id, new
        {
            scores = new[] { ScoreOf(1, 7, stored.AddMilliseconds(-1)), ScoreOf(2, 7, stored), ScoreOf(3, 7, stored.AddMilliseconds(1)), ScoreOf(4, 7, Now.AddYears(1)) },
        });

        Assert.Equal(2, Applied(report).Scores);
        Assert.Equal(["score 1 server_newer", "score 2 same_time"], Conflicts(report));
        Assert.All(report.GetProperty("conflicts").EnumerateArray(), conflict => Assert.Equal(1, conflict.GetProperty("server").GetProperty("sets")[0].Number("team1")));
        Assert.Equal([1, 1, 7, 7], await PointsAsync(id));
        // A time in the future is stored as now.
        Assert.Equal(Now, (await server.Nobody.GetAsync($"/api/events/{id}/scores/4").JsonAsync()).When("lastUpdated"));
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/scores/3/history").JsonAsync()).Number("total"));
    }

    [Fact]
    public async Task An_imported_score_is_an_entry_in_the_feed()
    {
        var id = await server.EventAsync();
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        await server.Organizer.ImportAsync(id, new { scores = new[] { ScoreOf(1, 7, Now) } });

        var entry = Assert.Single((await server.Nobody.GetAsync($"/api/events/{id}/feed?after={cursor}").JsonAsync()).GetProperty("entries").EnumerateArray());
        Assert.Equal(("score-update", 7), (entry.Text("type"), entry.GetProperty("sets")[0].Number("team1")));
    }

    [Fact]
    public async Task Several_scores_of_one_match_are_taken_in_the_order_of_their_times()
    {
        var id = await server.EventAsync();

        var report = await server.Organizer.ImportAsync(id, new { scores = new[] { ScoreOf(1, 1, Now.AddMinutes(-3)), ScoreOf(1, 2, Now.AddMinutes(-2)), ScoreOf(1, 9, Now.AddMinutes(-4)) } });

        Assert.Equal(2, Applied(report).Scores);
        Assert.Equal(["score 1 server_newer"], Conflicts(report));
        Assert.Equal([2], await PointsAsync(id));
    }

    [Fact]
    public async Task The_latest_claim_wins_and_the_server_wins_ties()
    {
        var id = await server.EventAsync();
        foreach (var match in new[] { 1, 2, 3 })
            await server.Media.ClaimAsync(id, match);
        var stored = Now;
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var report = await server.Organizer.ImportAsync(id, new
        {
            claims = new[]
            {
                ClaimOf(1, server.Coach.Id, stored.AddMilliseconds(-1)), ClaimOf(2, server.Coach.Id, stored), ClaimOf(3, server.Coach.Id, stored.AddMilliseconds(1)),
            },
        });

        Assert.Equal(1, Applied(report).Claims);
        Assert.Equal(["claim 1 server_newer", "claim 2 same_time"], Conflicts(report));
        Assert.Equal(server.Coach.Id, (await server.Nobody.GetAsync($"/api/events/{id}/claims/3").JsonAsync()).GetProperty("claimedBy").Text("id"));
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 3, 1, 0), 409, "claim_held");
    }

    [Fact]
    public async Task An_imported_claim_lives_no_longer_than_any_other()
    {
        var id = await server.EventAsync();

        await server.Organizer.ImportAsync(id, new { claims = new[] { new { matchId = 1, claimedBy = server.Media.Id, claimedAt = Now.AddHours(1), expiresAt = DateTimeOffset.MaxValue } } });

        var claim = await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync();
        Assert.Equal((Now, Now.AddHours(4)), (claim.When("claimedAt"), claim.When("expiresAt")));
    }

    [Fact]
    public async Task Items_that_are_not_imported_are_reported_with_their_reason_and_the_rest_is_imported()
    {
        var id = await server.EventAsync(sport: "volleyball");

        var report = await server.Organizer.ImportAsync(id, new
        {
            scores = new[] { ScoreOf(77, 1, Now), ScoreOf(1, -1, Now), ScoreOf(2, 3, Now) },
            claims = new[]
            {
                ClaimOf(77, server.Media.Id, Now), ClaimOf(1, "nobody", Now), ClaimOf(1, server.Spectator.Id, Now), ClaimOf(1, server.Stranger.Id, Now),
                new { matchId = 1, claimedBy = server.Media.Id, claimedAt = Now.AddHours(-1), expiresAt = Now }, ClaimOf(2, server.Media.Id, Now),
            },
            coveragePlans = new[] { PlanOf("nobody", Now, 1), PlanOf(server.Media.Id, Now, 1, 77), PlanOf(server.Coach.Id, Now, 1) },
        });

        Assert.Equal((1, 1, 1), Applied(report));
        Assert.Equal(
            [
                "score 77 match_not_found", "score 1 invalid_score", "claim 77 match_not_found", "claim 1 user_not_found", "claim 1 not_a_scorer",
                "claim 1 not_a_scorer", "claim 1 expired", "coveragePlan  user_not_found", "coveragePlan 77 match_not_found",
            ],
            Conflicts(report));
        Assert.All(report.GetProperty("conflicts").EnumerateArray(), conflict => Assert.NotEmpty(conflict.Text("message")!));
    }

    [Fact]
    public async Task Items_that_are_not_imported_are_reported_by_their_position_in_the_request()
    {
        var id = await server.EventAsync();

        var report = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/import", new
        {
            scores = new object[]
            {
                ScoreOf(1, 1, Now), new { matchId = 1, sets = new[] { new { team1 = 1.5, team2 = 0 } }, status = "final", lastUpdated = Now }, ScoreOf(2, 1, Now),
                ScoreOf(2, 2, Now),
            },
            claims = new[] { ClaimOf(3, server.Media.Id, Now), ClaimOf(77, server.Media.Id, Now) },
            coveragePlans = new[] { PlanOf(server.Media.Id, Now, 1), PlanOf(server.Media.Id, Now, 2) },
        }));

        Assert.Equal(
            ["score 1 invalid_score", "score 3 same_time", "claim 1 match_not_found", "coveragePlan 1 same_time"],
            report.GetProperty("conflicts").EnumerateArray().Select(conflict => $"{conflict.Text("kind")} {conflict.Number("index")} {conflict.Text("reason")}"));
        Assert.Equal((2, 1, 1), Applied(report));
    }

    [Fact]
    public async Task A_score_with_a_fraction_is_a_conflict_like_any_that_cannot_be()
    {
        var id = await server.EventAsync();

        var report = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/import", """
            {"scores":[{"matchId":1,"sets":[{"team1":1.5,"team2":0}],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"},
                       {"matchId":2,"sets":[{"team1":1,"team2":0}],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"}]}
            """));

        Assert.Equal(["score 1 invalid_score"], Conflicts(report));
        Assert.Equal(1, Applied(report).Scores);
    }

    [Fact]
    public async Task An_empty_import_changes_nothing()
    {
        var id = await server.EventAsync();

        Assert.Equal((0, 0, 0), Applied(await server.Organizer.ImportAsync(id, new { })));
    }

    [Fact]
    public async Task An_import_may_be_larger_than_other_bodies()
    {
        var id = await server.EventAsync(1_000);
        var scores = Enumerable.Range(1, 1_000).Select(match => ScoreOf(match, 1, Now)).ToList();
        Assert.True(JsonSerializer.Serialize(scores).Length > 64 * 1024);

        Assert.Equal(1_000, Applied(await server.Organizer.ImportAsync(id, new { scores })).Scores);
    }

    private static object ScoreOf(int matchId, int points, DateTimeOffset lastUpdated) =>
        new { matchId, sets = new[] { new { team1 = points, team2 = 0 } }, status = "inProgress", lastUpdated };

    private static object ClaimOf(int matchId, string claimedBy, DateTimeOffset claimedAt) =>
        new { matchId, claimedBy, claimedAt, expiresAt = claimedAt.AddHours(1) };

    /// <summary>Returns the part of an export that an import accepts.</summary>
    private static JsonObject Importable(JsonElement export) => new(
        new[] { "scores", "claims", "coveragePlans" }.Select(part => KeyValuePair.Create<string, JsonNode?>(part, JsonNode.Parse(export.GetProperty(part).GetRawText()))));

    private async Task<IEnumerable<int>> PointsAsync(string id) =>
        (await server.Nobody.GetAsync($"/api/events/{id}/scores").JsonAsync()).Items().Select(score => score.GetProperty("sets")[0].Number("team1"));
}
