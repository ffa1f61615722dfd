using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

public sealed class OfficialScoreTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task An_organizer_corrects_a_final_score_without_a_claim_if_a_reason_is_given()
    {
        var id = await FinalAsync();

        await Expect.ProblemAsync(await server.Organizer.ScoreAsync(id, 1, 2, 1, "final"), 409, "claim_held");
        await Expect.ProblemAsync(await CorrectAsync(server.Coach, id, "wrong sheet"), 409, "claim_held");
        await Expect.ProblemAsync(await CorrectAsync(server.Organizer, id, "a\nb"), 400, "invalid_request");
        var corrected = await Expect.SuccessAsync(await CorrectAsync(server.Organizer, id, "wrong sheet"));

        Assert.Equal((2, server.Organizer.Id), (corrected.Number("version"), corrected.Text("lastUpdatedBy")));
        var newest = (await server.Admin.GetAsync($"/api/events/{id}/scores/1/history")).GetProperty("items")[0];
        Assert.Equal("wrong sheet", newest.Text("reason"));
        // The match stays claimed.
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 4, 1, "final"));
    }

    [Fact]
    public async Task A_reason_is_no_claim_while_the_match_is_played()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));

        await Expect.ProblemAsync(await CorrectAsync(server.Organizer, id, "wrong sheet"), 409, "claim_held");
        await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/scores", new { matchId = 2, sets = Array.Empty<object>(), status = "final", reason = "none" }), 403, "claim_required");
    }

    [Fact]
    public async Task Once_it_is_official_only_organizers_change_a_score_and_only_they_take_that_back()
    {
        var id = await FinalAsync();

        await Expect.ProblemAsync(await SignAsync(server.Spectator, id, true), 403, "role_required");
        await Expect.ProblemAsync(await SignAsync(server.Coach, id, true), 409, "claim_held");
        var signed = await Expect.SuccessAsync(await SignAsync(server.Media, id, true));
        Assert.True(signed.GetProperty("official").GetBoolean());
        Assert.Equal(2, (await Expect.SuccessAsync(await SignAsync(server.Media, id, true))).Number("version"));

        var problem = await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 9, 0, "final"), 409, "score_official");
        Assert.Equal(2, problem.GetProperty("current").Number("version"));
        await Expect.ProblemAsync(await SignAsync(server.Media, id, false), 403, "role_required");
        Assert.True((await Expect.SuccessAsync(await CorrectAsync(server.Organizer, id, "wrong sheet"))).GetProperty("official").GetBoolean());
        Assert.False((await Expect.SuccessAsync(await SignAsync(server.Organizer, id, false))).TryGetProperty("official", out _));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 9, 0, "final"));
        var entry = await server.Admin.Http.EntryAsync(id, "score/1");
        Assert.Equal(5, entry.Number("version"));
    }

    [Fact]
    public async Task A_score_that_has_changed_since_it_was_read_is_not_signed_unseen()
    {
        var id = await FinalAsync();
        await Expect.SuccessAsync(await CorrectAsync(server.Organizer, id, "wrong sheet"));

        foreach (var stale in new[] { "\"v1\"", "\"v3\"", "\"other\"" })
        {
            var problem = await Expect.ProblemAsync(await SignAsync(server.Media, id, true, stale), 412, "version_mismatch");
            Assert.Equal(2, problem.GetProperty("current").Number("version"));
        }

        using var signed = await SignAsync(server.Media, id, true, "\"v2\"");
        Assert.Equal("\"v3\"", signed.Headers.ETag?.Tag);
        await Expect.ProblemAsync(await SignAsync(server.Organizer, id, false, "\"v2\""), 412, "version_mismatch");
        Assert.Equal(4, (await Expect.SuccessAsync(await SignAsync(server.Organizer, id, false, "\"v1\", \"v3\""))).Number("version"));
        Assert.Equal(5, (await Expect.SuccessAsync(await SignAsync(server.Organizer, id, true, "*"))).Number("version"));
    }

    [Fact]
    public async Task Whether_somebody_may_sign_is_decided_before_the_condition()
    {
        var id = await FinalAsync();

        await Expect.ProblemAsync(await SignAsync(server.Spectator, id, true, "\"v9\""), 403, "role_required");
        await Expect.ProblemAsync(await SignAsync(server.Coach, id, true, "\"v9\""), 409, "claim_held");
        await Expect.ProblemAsync(await SignAsync(server.Media, id, true, "v1"), 400, "invalid_request");
    }

    [Fact]
    public async Task Only_a_final_score_can_be_official()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.ProblemAsync(await SignAsync(server.Media, id, true), 404, "score_not_found");
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));

        await Expect.ProblemAsync(await SignAsync(server.Media, id, true), 422, "invalid_score");
    }

    private static Task<HttpResponseMessage> SignAsync(ApiUser user, string id, bool official) => user.PutAsync($"/api/events/{id}/matches/1/official", new { official });

    private static Task<HttpResponseMessage> SignAsync(ApiUser user, string id, bool official, string ifMatch) =>
        user.SendAsync("PUT", $"/api/events/{id}/matches/1/official", new { official }, ("If-Match", ifMatch));

    private static Task<HttpResponseMessage> CorrectAsync(ApiUser user, string id, string reason) =>
        user.PostAsync($"/api/events/{id}/scores", new { matchId = 1, sets = new[] { new { team1 = 2, team2 = 1 } }, status = "final", reason });

    private async Task<string> FinalAsync()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 3, 1, "final"));
        return id;
    }
}
