using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

public sealed class ScheduleTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_whole_schedule_comes_back_as_it_was_put()
    {
        var id = await server.EventAsync();

        var summary = await PutAsync(id, """
            {"divisions":[{"id":-1,"name":"Women"}],"courts":[{"id":0,"name":"Centre"}],
             "teams":[{"id":-2147483648,"name":"Zürich","divisionId":-1},{"id":2147483647,"name":"東京","divisionId":null}],
             "matches":[{"id":-50497,"divisionId":-1,"courtId":0,"team1Id":-2147483648,"team2Id":2147483647,"startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T12:00:00+01:00"},
                        {"id":2147483647,"team1Label":"Winner of match -50497","team2Label":"Winner of match 12"}]}
            """);

        Assert.Equal((1, 1, 2, 2), (summary.Number("divisions"), summary.Number("courts"), summary.Number("teams"), summary.Number("matches")));
        Assert.Equal((2, 0, 4), (summary.Number("matchesAdded"), summary.Number("matchesChanged"), summary.Number("matchesRemoved")));
        var match = await server.Nobody.GetAsync($"/api/events/{id}/matches/-50497").JsonAsync();
        Assert.Equal("Zürich", match.GetProperty("team1").Text("name"));
        Assert.Equal(int.MaxValue, match.GetProperty("team2").Number("id"));
        Assert.Equal("Women", match.GetProperty("division").Text("name"));
        Assert.Equal("Centre", match.GetProperty("court").Text("name"));
        Assert.Equal("2026-07-04T11:00:00.000Z", match.Text("endsAt"));
        var open = await server.Nobody.GetAsync($"/api/events/{id}/matches/2147483647").JsonAsync();
        Assert.Equal(JsonValueKind.Null, open.GetProperty("team1").ValueKind);
        Assert.Equal("Winner of match -50497", open.Text("team1Label"));

        // The schedule that was read can be put again, and then changes nothing.
        var read = await server.Nobody.GetAsync($"/api/events/{id}/schedule").JsonAsync();
        var again = await PutAsync(id, read.GetRawText());
        Assert.Equal((0, 0, 0), (again.Number("matchesAdded"), again.Number("matchesChanged"), again.Number("matchesRemoved")));
    }

    [Fact]
    public async Task Scores_and_claims_of_matches_that_stay_are_kept()
    {
        var id = await ScoredAsync();

        var summary = await PutAsync(id, JsonSerializer.Serialize(TestSchedule.Of(6)));

        Assert.Equal((2, 0, 0), (summary.Number("matchesAdded"), summary.Number("matchesChanged"), summary.Number("matchesRemoved")));
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/scores").JsonAsync()).Number("total"));
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/claims").JsonAsync()).Number("total"));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 4, 2, 0));
    }

    [Fact]
    public async Task Everything_that_belongs_to_a_removed_match_goes_with_it_and_the_feed_reports_it()
    {
        var id = await ScoredAsync();
        await Expect.SuccessAsync(await server.Coach.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1, 4 } }));
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        var summary = await PutAsync(id, JsonSerializer.Serialize(TestSchedule.Of(3)));

        Assert.Equal(1, summary.Number("matchesRemoved"));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/4"), 404, "match_not_found");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/4"), 404, "score_not_found");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/claims/4"), 404, "claim_not_found");
        Assert.Equal(1, (await server.Nobody.GetAsync($"/api/events/{id}/scores").JsonAsync()).Number("total"));
        Assert.Equal([1], (await server.Coach.GetAsync($"/api/events/{id}/coverage-plans")).GetProperty("selectedMatches").EnumerateArray().Select(match => match.GetInt32()));
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 4, 2, 0), 404, "match_not_found");

        var entries = (await server.Nobody.GetAsync($"/api/events/{id}/feed?after={cursor}").JsonAsync()).GetProperty("entries").EnumerateArray();
        Assert.Equal(
            ["claim/4", "match/4", "score/4"],
            entries.Where(entry => entry.TryGetProperty("removed", out var removed) && removed.GetBoolean()).Select(entry => entry.Text("key")!).Order());
        var snapshot = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).GetProperty("entries").EnumerateArray();
        Assert.DoesNotContain(snapshot, entry => entry.Text("key")!.EndsWith("/4", StringComparison.Ordinal));

        // ScoredMatchTests: its score comes back with it.
    }

    [Fact]
    public async Task Every_change_is_read_at_once_even_one_that_touches_no_match()
    {
        var id = await server.EventAsync();
        await PutAsync(id, """{"divisions":[{"id":1,"name":"One"}],"teams":[{"id":1,"name":"A"}],"matches":[]}""");
        var path = $"/api/events/{id}/teams";
        var first = await server.Nobody.GetAsync(path);
        Assert.Equal(1, (await first.JsonAsync()).Number("total"));

        await PutAsync(id, """{"divisions":[{"id":1,"name":"One"}],"teams":[{"id":1,"name":"A","divisionId":1},{"id":2,"name":"B"}],"matches":[]}""");

        var second = await server.Nobody.SendAsync("GET", path, null, ("If-None-Match", first.Header("ETag")!));
        Assert.Equal(200, (int)second.StatusCode);
        Assert.Equal(2, (await second.JsonAsync()).Number("total"));
        Assert.Equal(1, (await server.Nobody.GetAsync(path + "?division=1").JsonAsync()).Number("total"));
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/schedule").JsonAsync()).GetProperty("teams").GetArrayLength());
    }

    [Fact]
    public async Task A_schedule_is_stored_as_a_whole_or_not_at_all()
    {
        var id = await ScoredAsync();
        var before = await server.Nobody.GetStringAsync($"/api/events/{id}/schedule");

        var response = await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"teams":[{"id":1,"name":"Only"}],"matches":[{"id":9,"team1Id":1,"team2Label":"Somebody"},{"id":10,"team1Id":77,"team2Label":"Somebody"}]}
            """);

        Assert.Equal(["matches[1].team1Id"], (await Expect.ProblemAsync(response, 422, "invalid_schedule")).Positions());
        Assert.Equal(before, await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/scores").JsonAsync()).Number("total"));
    }

    [Fact]
    public async Task A_schedule_made_for_another_one_is_rejected()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/schedule";
        var read = await server.Nobody.GetAsync(path);
        const string Mine = """{"matches":[{"id":1,"team1Label":"A","team2Label":"B"}]}""";

        // Scores don't change the schedule.
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
        Assert.Equal(304, (int)(await server.Nobody.SendAsync("GET", path, null, ("If-None-Match", read.Header("ETag")!))).StatusCode);
        var put = await server.Organizer.SendAsync("PUT", path + "?affectScored=true", Mine, ("If-Match", read.Header("ETag")!));
        Assert.Equal(put.Header("ETag"), (await server.Nobody.GetAsync(path)).Header("ETag"));
        await Expect.SuccessAsync(put);

        var late = await server.Organizer.SendAsync("PUT", path, Mine.Replace("\"B\"", "\"C\""), ("If-Match", read.Header("ETag")!));
        await Expect.ProblemAsync(late, 412, "version_mismatch");
        Assert.Contains("\"B\"", await server.Nobody.GetStringAsync(path));
        foreach (var odd in new[] { "nonsense", "\"" })
            await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", path, Mine, ("If-Match", odd)), 400, "invalid_request");
    }

    [Fact]
    public async Task Names_and_labels_are_stored_as_they_can_be_shown()
    {
        var id = await server.EventAsync();
        var schedule = new
        {
            divisions = new[] { new { id = 1, name = " Women\u200B " } },
            courts = new[] { new { id = 1, name = "\u202ECourt 1" } },
            teams = new[] { new { id = 1, name = "FC Ko\u0308ln", divisionId = 1 } },
            matches = new[] { new { id = 1, divisionId = 1, courtId = 1, team1Id = 1, team2Label = "Winner\u00AD A" } },
        };

        await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/schedule", schedule));

        var match = await server.Organizer.GetAsync($"/api/events/{id}/matches/1");
        Assert.Equal(
            ("Women", "Court 1", "FC K\u00F6ln", "Winner A"),
            (match.GetProperty("division").Text("name"), match.GetProperty("court").Text("name"), match.GetProperty("team1").Text("name"), match.Text("team2Label")));
        var preview = await Expect.SuccessAsync(
            await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", schedule));
        Assert.Equal("FC K\u00F6ln", preview.GetProperty("schedule").GetProperty("teams")[0].Text("name"));
        await Expect.ProblemAsync(
            await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", new { teams = new[] { new { id = 1, name = "\u3164\u200B" } }, matches = Array.Empty<object>() }), 422, "invalid_schedule");
    }

    [Fact]
    public async Task Every_mistake_is_reported_with_its_position()
    {
        var id = await server.EventAsync();

        var response = await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"divisions":[{"id":1,"name":"One"},{"id":1,"name":"Again"},{"id":2,"name":" "}],
             "courts":[{"id":1,"name":"line\nbreak"}],
             "teams":[{"id":1,"name":"A","divisionId":9},{"id":2,"name":"B"}],
             "matches":[{"id":1,"team1Id":1,"team2Id":1},
                        {"id":1,"divisionId":9,"courtId":9,"team1Id":9,"team2Label":"x"},
                        {"id":2,"team1Id":1},
                        {"id":3,"team1Id":1,"team2Id":2,"startsAt":"2026-07-04T11:00:00Z","endsAt":"2026-07-04T10:00:00Z"},
                        {"id":4,"team1Label":"","team2Label":"a\u0000b"}]}
            """);

        Assert.Equal(
            [
                "courts[0].name", "divisions[1].id", "divisions[2].name", "matches[0].team2Id", "matches[1].courtId", "matches[1].divisionId",
                "matches[1].id", "matches[1].team1Id", "matches[2].team2Label", "matches[3].endsAt", "matches[4].team1Label", "matches[4].team2Label",
                "teams[0].divisionId",
            ],
            (await Expect.ProblemAsync(response, 422, "invalid_schedule")).Positions().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("?teamId=3", 1)]
    [InlineData("?teamId=99", 0)]
    [InlineData("?division=1", 2)]
    [InlineData("?division=1&teamId=3", 1)]
    [InlineData("?division=2&teamId=3", 0)]
    [InlineData("?court=1", 4)]
    [InlineData("?court=2", 0)]
    [InlineData("?status=scheduled", 2)]
    [InlineData("?status=inProgress", 1)]
    [InlineData("?status=final", 1)]
    [InlineData("?status=cancelled", 0)]
    public async Task Matches_are_filtered(string query, int expected)
    {
        var id = await ScoredAsync();

        Assert.Equal(expected, (await server.Nobody.GetAsync($"/api/events/{id}/matches{query}").JsonAsync()).Number("total"));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=99999999999", "offset")]
    [InlineData("teamId=9999999999", "teamId")]
    [InlineData("teamId=1,2", "teamId")]
    [InlineData("division=x", "division")]
    [InlineData("court=%20", "court")]
    [InlineData("status=over", "status")]
    [InlineData("status=1", "status")]
    [InlineData("status=-1", "status")]
    [InlineData("status=scheduled,final", "status")]
    [InlineData("status=FINAL", "status")]
    public async Task A_query_that_makes_no_sense_is_rejected_with_its_position(string query, string position)
    {
        var id = await server.EventAsync();

        Assert.Equal([position], (await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches?{query}"), 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task Matches_come_by_start_in_pages_with_a_total()
    {
        var id = await server.EventAsync(5);

        var page = await server.Nobody.GetAsync($"/api/events/{id}/matches?limit=2&offset=3").JsonAsync();

        Assert.Equal([4, 5], page.Items().Select(match => match.Number("id")));
        Assert.Equal((5, 2, 3), (page.Number("total"), page.Number("limit"), page.Number("offset")));
        var all = await server.Nobody.GetAsync($"/api/events/{id}/matches").JsonAsync();
        Assert.Equal((100, 0), (all.Number("limit"), all.Number("offset")));
        Assert.Empty((await server.Nobody.GetAsync($"/api/events/{id}/matches?offset=2147483647").JsonAsync()).Items());
        Assert.Equal(10, (await server.Nobody.GetAsync($"/api/events/{id}/teams?limit=1000").JsonAsync()).Items().Count());
    }

    /// <summary>
    /// Creates an event in which media has claimed matches 1 and 4 and posted their scores: one is in progress, one is final.
    /// </summary>
    private async Task<string> ScoredAsync()
    {
        var id = await server.EventAsync();
        foreach (var (match, status) in new[] { (1, "inProgress"), (4, "final") })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 1, 0, status));
        }

        return id;
    }

    private async Task<JsonElement> PutAsync(string id, string schedule) =>
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule?affectScored=true", schedule));
}
