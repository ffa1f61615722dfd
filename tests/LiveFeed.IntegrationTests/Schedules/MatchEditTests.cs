using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>One match at a time, with the consequences of an upload of the whole schedule.</summary>
public sealed class MatchEditTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_match_is_added_moved_and_removed_and_the_whole_schedule_has_another_tag_each_time()
    {
        var id = await server.EventAsync();
        var tags = new List<string> { await TagAsync(id) };

        var added = await server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", new { team1Id = 1, team2Label = "Winner of match 1", number = "M5", officials = new[] { new { duty = "referee", name = "Sam" } } });
        Assert.Equal((201, $"/api/events/{id}/matches/5"), ((int)added.StatusCode, added.Header("Location")));
        var match = (await added.JsonAsync()).GetProperty("match");
        var read = await server.Nobody.GetAsync($"/api/events/{id}/matches/5");
        Assert.Equal((match.GetRawText(), added.Header("ETag")), (await read.Content.ReadAsStringAsync(), read.Header("ETag")));
        tags.Add(await TagAsync(id));

        var moved = await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/5", """{"startsAt":"2026-07-05T10:00:00Z","courtId":1,"number":null}""");
        Assert.Equal(200, (int)moved.StatusCode);
        match = (await moved.JsonAsync()).GetProperty("match");
        Assert.Equal(("2026-07-05T10:00:00.000Z", "Court 1", "Team 1"), (match.Text("startsAt"), match.GetProperty("court").Text("name"), match.GetProperty("team1").Text("name")));
        Assert.False(match.TryGetProperty("number", out _));
        Assert.NotEqual(added.Header("ETag"), moved.Header("ETag"));
        tags.Add(await TagAsync(id));

        Assert.Equal(204, (int)(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/5")).StatusCode);
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/5"), 404, "match_not_found");
        tags.Add(await TagAsync(id));
        Assert.Equal((3, tags[0]), (tags.Distinct().Count(), tags[3]));
    }

    [Fact]
    public async Task A_change_that_was_made_for_another_match_than_it_is_now_is_rejected()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/matches/1";
        var tag = (await server.Nobody.GetAsync(path)).Header("ETag")!;
        // Neither what happens elsewhere in the event nor the score changes the match.
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/2", """{"number":"M2"}"""));

        Task<HttpResponseMessage> Change(string number, string match) => server.Organizer.SendAsync("PATCH", path, new { number }, ("If-Match", match));
        await Expect.SuccessAsync(await Change("M1", tag));
        await Expect.ProblemAsync(await Change("M9", tag), 412, "version_mismatch");
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", path + "?affectScored=true", null, ("If-Match", tag)), 412, "version_mismatch");
        await Expect.SuccessAsync(await Change("M8", "*"));

        // The name of a team stands in it.
        tag = (await server.Nobody.GetAsync(path)).Header("ETag")!;
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/teams/1", """{"name":"Ones"}"""));
        await Expect.ProblemAsync(await Change("M7", tag), 412, "version_mismatch");
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_gets_the_first_response_and_adds_nothing()
    {
        var id = await server.EventAsync();
        Task<HttpResponseMessage> Add(string label) =>
            server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", new { team1Id = 1, team2Label = label }, ("Idempotency-Key", $"add-{id}"));

        var (first, again) = (await Add("A"), await Add("A"));

        Assert.Equal((201, 201, "true"), ((int)first.StatusCode, (int)again.StatusCode, again.Header("Idempotency-Replayed")));
        Assert.Equal((first.Header("ETag"), first.Header("Location")), (again.Header("ETag"), again.Header("Location")));
        Assert.Equal(5, (await server.Nobody.GetAsync($"/api/events/{id}/matches").JsonAsync()).Number("total"));
        await Expect.ProblemAsync(await Add("B"), 422, "idempotency_key_reused");
    }

    [Fact]
    public async Task Moving_keeps_score_and_claim_and_followers_see_the_match()
    {
        var id = await ScoredAsync();
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"startsAt":"2026-07-09T10:00:00Z","endsAt":null,"courtId":null}"""));

        Assert.Equal(["match/1"], await KeysAsync(id, cursor, ""));
        Assert.Equal(7, (await server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync()).GetProperty("sets")[0].Number("team1"));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 8, 0));
    }

    [Fact]
    public async Task A_change_of_division_brings_score_and_claim_to_those_who_get_the_match_and_takes_them_from_others()
    {
        var id = await ScoredAsync();
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"divisionId":1}"""));

        Assert.Equal(["match/1", "score/1", "claim/1"], await KeysAsync(id, cursor, "divisions=1"));
        Assert.Equal(["-match/1", "-score/1", "-claim/1"], await KeysAsync(id, cursor, "divisions=2"));
    }

    [Fact]
    public async Task What_would_affect_a_score_is_rejected_until_it_is_meant()
    {
        var id = await ScoredAsync();
        var path = $"/api/events/{id}/matches/1";
        foreach (var (change, body) in new[] { ("team", """{"team1Id":3}"""), ("swapped", """{"team1Id":2,"team2Id":1}"""), ("removed", null) })
        {
            var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync(body is null ? "DELETE" : "PATCH", path, body), 409, "scored_matches_affected");
            var affected = problem.GetProperty("affected").EnumerateArray().Single();
            Assert.Equal((1, change), (affected.Number("matchId"), affected.Text("change")));
        }

        Assert.Equal(7, (await ScoreAsync(id)).GetProperty("sets")[0].Number("team1"));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", path + "?affectScored=true", """{"team1Id":2,"team2Id":1}"""));
        Assert.Equal(7, (await ScoreAsync(id)).GetProperty("sets")[0].Number("team2"));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", path + "?affectScored=true"));
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");

        // Its id is not given away, and with it the score comes back.
        Assert.Equal(5, (await Expect.SuccessAsync(await AddAsync(id, """{"team1Id":1,"team2Id":2}"""))).GetProperty("match").Number("id"));
        await Expect.SuccessAsync(await AddAsync(id, """{"id":1,"team1Id":2,"team2Id":1}"""));
        Assert.Equal(7, (await ScoreAsync(id)).GetProperty("sets")[0].Number("team2"));
    }

    [Fact]
    public async Task A_removed_match_s_id_is_not_given_to_a_new_one()
    {
        var id = await ScoredAsync(match: 4);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/4?affectScored=true"));

        Assert.Equal(5, (await Expect.SuccessAsync(await AddAsync(id, """{"team1Id":7,"team2Id":8}"""))).GetProperty("match").Number("id"));
    }

    [Fact]
    public async Task A_removed_match_leaves_no_gap_in_the_order_of_play()
    {
        var id = await server.EventAsync();
        foreach (var match in new[] { 1, 2, 3 })
            await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/{match}", new { followedBy = match + 1 }));

        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/2"));

        Assert.Equal(3, (await server.Nobody.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).Number("followedBy"));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/4"));
        Assert.False((await server.Nobody.GetAsync($"/api/events/{id}/matches/3").JsonAsync()).TryGetProperty("followedBy", out _));
    }

    [Theory]
    [InlineData("""{"team1Id":1}""", "team2Label")]
    [InlineData("""{"team1Id":1,"team2Id":1}""", "team2Id")]
    [InlineData("""{"team1Id":1,"team2Id":99}""", "team2Id")]
    [InlineData("""{"team1Id":1,"team2Id":2,"courtId":99}""", "courtId")]
    [InlineData("""{"team1Id":1,"team2Id":2,"leg":1}""", "leg")]
    [InlineData("""{"team1Id":1,"team2Id":2,"followedBy":99}""", "followedBy")]
    [InlineData("""{"team1Id":1,"team2Id":2,"startsAt":"2026-07-05T10:00:00Z","endsAt":"2026-07-05T09:00:00Z"}""", "endsAt")]
    [InlineData("""{"team1Id":1,"team2Id":2,"officials":[{"duty":"referee"}]}""", "officials[0].name")]
    public async Task An_error_is_reported_by_the_name_of_the_member(string match, string field)
    {
        var id = await server.EventAsync();

        Assert.Equal([field], (await Expect.ProblemAsync(await AddAsync(id, match), 422, "invalid_schedule")).Positions());
        Assert.Equal(4, (await server.Nobody.GetAsync($"/api/events/{id}/matches").JsonAsync()).Number("total"));
    }

    [Fact]
    public async Task Two_matches_are_not_the_same_leg_of_a_tie_and_an_id_is_given_once()
    {
        var id = await server.EventAsync();
        Task<HttpResponseMessage> Change(int match, string body) => server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/{match}", body);
        await Expect.SuccessAsync(await Change(3, """{"tieId":"SF","leg":1}"""));

        var problem = await Expect.ProblemAsync(await Change(1, """{"tieId":"SF","leg":1}"""), 422, "invalid_schedule");
        Assert.Equal(["leg"], problem.Positions());
        Assert.Contains("Match 3", problem.Text("detail"), StringComparison.Ordinal);
        await Expect.SuccessAsync(await Change(1, """{"tieId":"SF","leg":2}"""));
        Assert.Equal(["id"], (await Expect.ProblemAsync(await AddAsync(id, """{"id":4,"team1Id":1,"team2Id":2}"""), 409, "id_taken")).Positions());
        await Expect.ProblemAsync(await Change(99, "{}"), 404, "match_not_found");
        await Expect.ProblemAsync(await server.Organizer.SendAsync("DELETE", $"/api/events/{id}/matches/99"), 404, "match_not_found");
    }

    [Fact]
    public async Task A_change_of_nothing_publishes_nothing()
    {
        var id = await server.EventAsync();
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/1", """{"team1Id":1,"officials":[],"number":null}"""));

        Assert.Empty(await KeysAsync(id, cursor, ""));
    }

    [Fact]
    public async Task An_archived_event_stays_as_it_is()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { archived = true }));

        await Expect.ProblemAsync(await AddAsync(id, """{"team1Id":1,"team2Id":2}"""), 409, "event_archived");
    }

    /// <summary>An event in which a match has a claim and 7:0.</summary>
    private async Task<string> ScoredAsync(int match = 1)
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 7, 0));
        return id;
    }

    private Task<HttpResponseMessage> AddAsync(string id, string match) => server.Organizer.SendAsync("POST", $"/api/events/{id}/matches", match);

    private Task<JsonElement> ScoreAsync(string id) => server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync();

    private async Task<string> TagAsync(string id) => (await server.Nobody.GetAsync($"/api/events/{id}/schedule")).Header("ETag")!;

    private async Task<List<string>> KeysAsync(string id, string? cursor, string filter) =>
        [.. (await server.Nobody.GetAsync($"/api/events/{id}/feed?{filter}&after={cursor}").JsonAsync()).GetProperty("entries").EnumerateArray()
            .Select(entry => (entry.TryGetProperty("removed", out _) ? "-" : "") + entry.Text("key"))];
}
