using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.ScorerLinks;

/// <summary>What helpers may write: of the court or match of their link everything that a scorekeeper may, of others nothing.</summary>
public sealed class HelperPermissionTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task A_helper_of_a_match_scores_that_match_and_no_other()
    {
        var id = await server.EventAsync();
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { matchId = 2 }));

        await ScoresAllAsync(helper, id, 2);

        await ScoresNothingAsync(helper, id, 1);
    }

    [Fact]
    public async Task A_helper_of_a_court_scores_what_is_played_there_now_and_nothing_that_is_played_elsewhere()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/courts", new { id = 3, name = "Court 3" }));
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 3 }));
        await ScoresNothingAsync(helper, id, 1);

        await MoveAsync(id, 1, 3);
        await ScoresAllAsync(helper, id, 1);

        await Expect.SuccessAsync(await helper.DeleteAsync($"/api/events/{id}/claims/1"));
        await MoveAsync(id, 1, 1);
        await ScoresNothingAsync(helper, id, 1);
    }

    [Fact]
    public async Task A_match_that_moves_is_finished_by_the_helper_who_has_begun_it()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/courts", new { id = 3, name = "Court 3" }));
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 1 }));
        await helper.ClaimAsync(id, 1);

        await MoveAsync(id, 1, 3);

        await Expect.SuccessAsync(await helper.ScoreAsync(id, 1, 5, 3));
        server.Time.Advance(TimeSpan.FromMinutes(5));
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { takeOver = true }));
        await Expect.ProblemAsync(await helper.ScoreAsync(id, 1, 6, 3), 403, "match_not_in_link");
        await Expect.ProblemAsync(await helper.PostAsync($"/api/events/{id}/claims/1", new { takeOver = true }), 403, "match_not_in_link");
    }

    [Fact]
    public async Task The_link_of_a_court_is_for_the_rubbers_of_a_tie_that_is_played_there()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/courts", new { id = 3, name = "Court 3" }));
        await MoveAsync(id, 1, 3);
        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}/matches/1", new { format = new { kind = "rubbers", rubbers = 3 } }));
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/matches", new { id = 20, partOf = 1, rubber = 1, team1Id = 1, team2Id = 2 }));
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/matches", new { id = 21, partOf = 1, rubber = 2, team1Id = 1, team2Id = 2, courtId = 1 }));
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 3 }));

        await helper.ClaimAsync(id, 20);
        await Expect.SuccessAsync(await helper.ScoreAsync(id, 20, 1, 0));

        await ScoresNothingAsync(helper, id, 21);
    }

    [Fact]
    public async Task A_batch_has_an_outcome_for_each_match_also_for_those_of_other_courts()
    {
        var id = await server.EventAsync();
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { matchId = 1 }));
        await helper.ClaimAsync(id, 1);
        object Score(int match, int points) => new { matchId = match, sets = new[] { new { team1 = points, team2 = 0 } }, status = "inProgress", clientUpdateId = $"{match}-{points}" };

        var batch = await Expect.SuccessAsync(await helper.PostAsync($"/api/events/{id}/scores/batch", new { scores = new[] { Score(1, 1), Score(2, 1), Score(1, 2) } }));

        Assert.Equal([201, 403, 200], batch.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.Number("status")));
    }

    [Fact]
    public async Task A_claim_of_a_helper_ends_with_the_link_at_the_latest()
    {
        var id = await server.EventAsync();
        var end = server.Time.GetUtcNow().AddMinutes(20);
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 1, expiresAt = end }));

        var claim = await Expect.SuccessAsync(await helper.PostAsync($"/api/events/{id}/claims/1", new { expiresAt = server.Time.GetUtcNow().AddHours(2) }));

        Assert.Equal(end, claim.When("expiresAt"));
    }

    [Fact]
    public async Task A_helper_of_an_event_scores_nothing_in_another()
    {
        var id = await server.EventAsync();
        var other = await server.EventAsync();
        var hidden = await server.EventAsync(visibility: "members");
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 1 }));

        await ScoresNothingAsync(helper, other, 1, "role_required");
        Assert.Equal(200, (int)(await helper.Http.GetAsync($"/api/events/{other}")).StatusCode);
        await Expect.ProblemAsync(await helper.Http.GetAsync($"/api/events/{hidden}"), 403, "not_a_member");
        await Expect.ProblemAsync(await helper.PostAsync($"/api/events/{hidden}/claims/1"), 403, "role_required");
    }

    [Fact]
    public async Task The_link_of_a_tie_is_for_its_rubbers()
    {
        var id = await server.EventAsync();
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { matchId = 1 }));
        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}/matches/1", new { format = new { kind = "rubbers", rubbers = 3 } }));
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/matches", new { id = 20, partOf = 1, rubber = 1, team1Id = 1, team2Id = 2 }));

        await helper.ClaimAsync(id, 20);

        await Expect.SuccessAsync(await helper.ScoreAsync(id, 20, 1, 0));
    }

    [Fact]
    public async Task A_helper_takes_over_only_where_the_link_is_for()
    {
        var id = await server.EventAsync();
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { matchId = 2 }));
        foreach (var match in new[] { 1, 2 })
            await server.Media.ClaimAsync(id, match);
        server.Time.Advance(TimeSpan.FromMinutes(5));

        await Expect.ProblemAsync(await helper.PostAsync($"/api/events/{id}/claims/1", new { takeOver = true }), 403, "match_not_in_link");
        await Expect.SuccessAsync(await helper.PostAsync($"/api/events/{id}/claims/2", new { takeOver = true }));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_returns_nothing_once_the_link_is_gone()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
        var helper = await server.Server.HelperAsync(made);
        var body = """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","clientUpdateId":"one"}""";
        await helper.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await helper.SendAsync("POST", $"/api/events/{id}/scores", body));

        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/scorer-links/{made.Text("id")}"));

        Assert.False((await helper.SendAsync("POST", $"/api/events/{id}/scores", body)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_helper_reads_full_names_as_scorekeepers_do_and_only_in_that_event()
    {
        var (id, other) = (await server.EventAsync(), await server.EventAsync());
        foreach (var one in new[] { id, other })
        {
            await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{one}", new { publicNames = "none" }));
            await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{one}/teams/1/players", new { id = 1, name = "Ada Striker" }));
        }

        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 1 }));

        Assert.Contains("Ada Striker", (await helper.GetAsync($"/api/events/{id}/teams/1/players")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Striker", (await helper.GetAsync($"/api/events/{other}/teams/1/players")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task MoveAsync(string eventId, int matchId, int courtId) =>
        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{eventId}/matches/{matchId}", new { courtId }));

    /// <summary>Makes every write that a scorekeeper makes in a match.</summary>
    private static async Task ScoresAllAsync(ApiUser helper, string id, int match)
    {
        foreach (var send in Writes(helper, id, match))
            await Expect.SuccessAsync(await send());
    }

    private static async Task ScoresNothingAsync(ApiUser helper, string id, int match, string code = "match_not_in_link")
    {
        foreach (var send in Writes(helper, id, match))
            await Expect.ProblemAsync(await send(), 403, code);
    }

    private static IEnumerable<Func<Task<HttpResponseMessage>>> Writes(ApiUser user, string id, int match) =>
    [
        () => user.PostAsync($"/api/events/{id}/claims/{match}"),
        () => user.PostAsync($"/api/events/{id}/matches/{match}/incidents", new { kind = "note" }),
        () => user.PutAsync($"/api/events/{id}/matches/{match}/lineups/1", new { players = new[] { new { person = "Somebody" } } }),
        () => user.PutAsync($"/api/events/{id}/matches/{match}/clock", new { period = 1, state = "stopped", elapsedMs = 0 }),
        () => user.ScoreAsync(id, match, 2, 1, "final"),
        () => user.PutAsync($"/api/events/{id}/matches/{match}/official", new { official = true }),
    ];
}
