using System.Globalization;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Claims;

public sealed class ClaimTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task A_free_match_is_claimed_for_the_usual_lease()
    {
        var id = await server.EventAsync();

        var response = await server.Coach.SendAsync("POST", $"/api/events/{id}/claims/1");

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal($"/api/events/{id}/claims/1", response.Header("Location"));
        var claim = await Expect.SuccessAsync(response);
        Assert.Equal((1, "claimed"), (claim.Number("matchId"), claim.Text("state")));
        Assert.Equal((server.Coach.Id, "Carl Coach"), (claim.GetProperty("claimedBy").Text("id"), claim.GetProperty("claimedBy").Text("name")));
        Assert.Equal(server.Time.GetUtcNow(), claim.When("claimedAt"));
        Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), claim.When("expiresAt"));
        Assert.Equal(claim.ToString(), (await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync()).ToString());
    }

    [Fact]
    public async Task Its_holder_renews_it()
    {
        var id = await server.EventAsync();
        var first = await server.Media.PostAsync($"/api/events/{id}/claims/1").JsonAsync();
        server.Time.Advance(TimeSpan.FromMinutes(5));

        var response = await server.Media.PostAsync($"/api/events/{id}/claims/1");

        Assert.Equal(200, (int)response.StatusCode);
        var renewed = await Expect.SuccessAsync(response);
        Assert.Equal(first.When("claimedAt"), renewed.When("claimedAt"));
        Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), renewed.When("expiresAt"));
    }

    [Theory]
    [InlineData("coach")]
    [InlineData("organizer")]
    [InlineData("admin")]
    public async Task Another_user_learns_who_holds_it_and_until_when(string other)
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);

        var problem = await Expect.ProblemAsync(await server.Person(other).PostAsync($"/api/events/{id}/claims/1"), 409, "claim_held");

        Assert.Equal((server.Media.Id, "Mia Media"), (problem.GetProperty("holder").Text("id"), problem.GetProperty("holder").Text("name")));
        Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), problem.When("expiresAt"));
    }

    [Fact]
    public async Task An_expired_claim_is_anyones_again()
    {
        var id = await server.EventAsync();
        // Between two sweeps, so that the time ends the claim and not a sweep.
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.Media.ClaimAsync(id, 1);
        server.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        await Expect.ProblemAsync(await server.Coach.PostAsync($"/api/events/{id}/claims/1"), 409, "claim_held");

        server.Time.Advance(TimeSpan.FromMilliseconds(1));

        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/claims/1"), 404, "claim_not_found");
        Assert.Equal(0, (await server.Nobody.GetAsync($"/api/events/{id}/claims").JsonAsync()).Number("total"));
        await Expect.ProblemAsync(await server.Media.DeleteAsync($"/api/events/{id}/claims/1"), 404, "claim_not_found");
        Assert.Equal(201, (int)(await server.Coach.PostAsync($"/api/events/{id}/claims/1")).StatusCode);
    }

    [Theory]
    [InlineData("media", "holder")]
    [InlineData("coach", "organizer")]
    [InlineData("coach", "admin")]
    [InlineData("organizer", "admin")]
    public async Task A_claim_is_released_by_its_holder_an_organizer_or_an_administrator(string holder, string releaser)
    {
        var id = await server.EventAsync();
        await server.Person(holder).ClaimAsync(id, 1);

        var response = await server.Person(releaser == "holder" ? holder : releaser).DeleteAsync($"/api/events/{id}/claims/1");

        Assert.Equal(204, (int)response.StatusCode);
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/claims/1"), 404, "claim_not_found");
        await Expect.ProblemAsync(await server.Person(holder).ScoreAsync(id, 1, 1, 0), 403, "claim_required");
        await server.Coach.ClaimAsync(id, 1);
    }

    [Theory]
    [InlineData("coach")]
    [InlineData("spectator")]
    [InlineData("stranger")]
    public async Task Nobody_else_releases_it(string other)
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);

        await Expect.ProblemAsync(await server.Person(other).DeleteAsync($"/api/events/{id}/claims/1"), 409, "claim_held");
        await Expect.ProblemAsync(await server.Nobody.SendAsync("DELETE", $"/api/events/{id}/claims/1"), 401, "token_required");

        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
    }

    [Fact]
    public async Task Spectators_and_strangers_claim_nothing()
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Spectator.PostAsync($"/api/events/{id}/claims/1"), 403, "role_required");
        await Expect.ProblemAsync(await server.Stranger.PostAsync($"/api/events/{id}/claims/1"), 403, "role_required");
    }

    [Fact]
    public async Task Only_matches_of_the_event_are_claimed()
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Media.PostAsync($"/api/events/{id}/claims/77"), 404, "match_not_found");
        await Expect.ProblemAsync(await server.Media.DeleteAsync($"/api/events/{id}/claims/77"), 404, "claim_not_found");
        await Expect.ProblemAsync(await server.Media.PostAsync("/api/events/no-such-event/claims/1"), 404, "event_not_found");
        foreach (var match in new[] { "x", "1.5", "99999999999" })
            Assert.Equal(["matchId"], (await Expect.ProblemAsync(await server.Media.PostAsync($"/api/events/{id}/claims/{match}"), 400, "invalid_request")).Positions());
    }

    [Theory]
    [InlineData("00:00:00.001", true)]
    [InlineData("04:00:00", true)]
    [InlineData("04:00:00.001", false)]
    [InlineData("00:00:00", false)]
    [InlineData("-00:00:01", false)]
    [InlineData("36500.00:00:00", false)]
    public async Task A_claim_may_ask_for_an_end_within_the_longest_lease(string fromNow, bool granted)
    {
        var id = await server.EventAsync();
        var expiresAt = server.Time.GetUtcNow() + TimeSpan.Parse(fromNow, CultureInfo.InvariantCulture);

        var response = await server.Media.PostAsync($"/api/events/{id}/claims/1", new { expiresAt });

        if (granted)
            Assert.Equal(expiresAt, (await Expect.SuccessAsync(response)).When("expiresAt"));
        else
            Assert.Equal(["expiresAt"], (await Expect.ProblemAsync(response, 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task A_score_never_shortens_a_longer_claim()
    {
        var id = await server.EventAsync();
        var expiresAt = server.Time.GetUtcNow().AddHours(3);
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { expiresAt }));

        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));

        Assert.Equal(expiresAt, (await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync()).When("expiresAt"));
    }

    [Fact]
    public async Task Live_claims_are_listed_by_match_in_pages()
    {
        var id = await server.EventAsync();
        foreach (var match in new[] { 4, 2, 1 })
            await server.Media.ClaimAsync(id, match);

        var page = await server.Nobody.GetAsync($"/api/events/{id}/claims?limit=2&offset=1").JsonAsync();

        Assert.Equal(3, page.Number("total"));
        Assert.Equal([2, 4], page.Items().Select(claim => claim.Number("matchId")));
    }
}
