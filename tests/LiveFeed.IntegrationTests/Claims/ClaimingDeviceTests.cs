using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Claims;

/// <summary>Two devices of one account, and a holder who is gone.</summary>
public sealed class ClaimingDeviceTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task Two_devices_of_one_account_never_overwrite_each_others_points()
    {
        var id = await server.EventAsync();
        Assert.Equal(201, (int)(await ClaimAsync(server.Media, id, "phone")).StatusCode);
        await Expect.SuccessAsync(await ScoreAsync(server.Media, id, 14, "phone"));

        var held = await Expect.ProblemAsync(await ClaimAsync(server.Media, id, "tablet"), 409, "claim_held");
        Assert.True(held.GetProperty("sameAccount").GetBoolean());
        Assert.Equal(server.Time.GetUtcNow(), held.When("lastSeenAt"));
        foreach (var other in new[] { "tablet", null })
            await Expect.ProblemAsync(await ScoreAsync(server.Media, id, 13, other), 409, "claim_held");

        // The person has both in hand, so nobody has to wait.
        Assert.Equal(201, (int)(await ClaimAsync(server.Media, id, "tablet", takeOver: true)).StatusCode);
        await Expect.ProblemAsync(await ScoreAsync(server.Media, id, 15, "phone"), 409, "claim_held");
        await Expect.SuccessAsync(await ScoreAsync(server.Media, id, 16, "tablet"));
        Assert.Equal(200, (int)(await ClaimAsync(server.Media, id, "tablet")).StatusCode);
        Assert.Equal(16, (await server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync()).GetProperty("sets")[0].Number("team1"));
    }

    [Fact]
    public async Task A_claim_that_names_no_device_is_the_accounts()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);

        foreach (var device in new[] { "phone", "tablet", null })
            await Expect.SuccessAsync(await ScoreAsync(server.Media, id, 1, device));
        Assert.Equal(200, (int)(await ClaimAsync(server.Media, id, "tablet")).StatusCode);
        await Expect.SuccessAsync(await ScoreAsync(server.Media, id, 2, "phone"));
    }

    [Fact]
    public async Task A_claim_whose_holder_is_silent_for_90_s_is_taken_over_by_whoever_may_score_and_everybody_sees_it()
    {
        var id = await server.EventAsync();
        await ClaimAsync(server.Media, id, "phone");
        server.Time.Advance(TimeSpan.FromSeconds(60));
        await Expect.SuccessAsync(await ScoreAsync(server.Media, id, 1, "phone"));

        server.Time.Advance(TimeSpan.FromSeconds(89));
        var held = await Expect.ProblemAsync(await ClaimAsync(server.Coach, id, "tablet", takeOver: true), 409, "claim_held");
        Assert.False(held.GetProperty("sameAccount").GetBoolean());
        Assert.Equal(server.Time.GetUtcNow().AddSeconds(-89), held.When("lastSeenAt"));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await Expect.ProblemAsync(await ClaimAsync(server.Coach, id, "tablet"), 409, "claim_held");
        await Expect.ProblemAsync(await ClaimAsync(server.Spectator, id, "tv", takeOver: true), 403, "role_required");

        Assert.Equal(201, (int)(await ClaimAsync(server.Coach, id, "tablet", takeOver: true)).StatusCode);

        await Expect.ProblemAsync(await ScoreAsync(server.Media, id, 2, "phone"), 409, "claim_held");
        await Expect.SuccessAsync(await ScoreAsync(server.Coach, id, 3, "tablet"));
        var entries = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).GetProperty("entries").EnumerateArray();
        Assert.Equal("Carl Coach", entries.Single(entry => entry.Text("key") == "claim/1").GetProperty("claimedBy").Text("name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("\u00e9")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_device_id_that_can_not_be_one_is_rejected(string deviceId)
    {
        var id = await server.EventAsync();

        var problem = await Expect.ProblemAsync(await ClaimAsync(server.Media, id, deviceId), 400, "invalid_request");

        Assert.Equal(["deviceId"], problem.Positions());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_header_that_can_not_be_a_device_id_is_rejected(string deviceId)
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);

        var problem = await Expect.ProblemAsync(await ScoreAsync(server.Media, id, 1, deviceId), 400, "invalid_request");

        Assert.Equal(["X-Device-Id"], problem.Positions());
    }

    private static Task<HttpResponseMessage> ClaimAsync(ApiUser user, string id, string deviceId, bool takeOver = false) =>
        user.PostAsync($"/api/events/{id}/claims/1", new { deviceId, takeOver });

    private static Task<HttpResponseMessage> ScoreAsync(ApiUser user, string id, int points, string? deviceId) => user.SendAsync(
        "POST", $"/api/events/{id}/scores", new { matchId = 1, sets = new[] { new { team1 = points, team2 = 0 } }, status = "inProgress" },
        deviceId is null ? [] : [("X-Device-Id", deviceId)]);
}
