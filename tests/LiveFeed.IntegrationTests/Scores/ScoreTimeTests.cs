using System.Globalization;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

/// <summary>When a score was recorded, by which clock, and what comes too late.</summary>
public sealed class ScoreTimeTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    [InlineData(-1_000)]
    [InlineData(0)]
    public async Task An_update_that_is_no_newer_than_a_score_from_before_the_claim_is_rejected_and_kept_for_organizers(int milliseconds)
    {
        var id = await server.EventAsync();
        var at = server.Time.GetUtcNow().AddSeconds(-10);
        await server.Coach.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await PostAsync(server.Coach, id, 2, at));
        await HandOverAsync(id);

        var problem = await Expect.ProblemAsync(await PostAsync(server.Media, id, 1, at.AddMilliseconds(milliseconds), "late-" + id), 409, "stale_update");

        Assert.Equal(2, problem.GetProperty("current").GetProperty("sets")[0].Number("team1"));
        Assert.Equal(1, (await ScoreAsync(id)).Number("version"));
        var conflicts = await server.Organizer.GetAsync($"/api/events/{id}/scores/conflicts");
        Assert.Equal(1, conflicts.Number("total"));
        var conflict = conflicts.Items().Single();
        Assert.Equal((1, 1, server.Media.Id, "late-" + id), (conflict.Number("matchId"), conflict.Number("currentVersion"), conflict.Text("userId"), conflict.Text("clientUpdateId")));
        Assert.Equal(1, conflict.GetProperty("sets")[0].Number("team1"));
        Assert.Equal(at.AddMilliseconds(milliseconds), conflict.When("occurredAt"));
        foreach (var other in new[] { server.Media, server.Coach, server.Spectator, server.Stranger })
            await Expect.ProblemAsync(await other.Http.GetAsync($"/api/events/{id}/scores/conflicts"), 403, "role_required");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/conflicts"), 401, "token_required");
    }

    [Fact]
    public async Task Within_a_claim_the_order_of_arrival_counts_whatever_the_device_says()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        var at = server.Time.GetUtcNow();

        await Expect.SuccessAsync(await PostAsync(server.Media, id, 1, at));
        await Expect.SuccessAsync(await PostAsync(server.Media, id, 2, at.AddMinutes(-5)));
        await Expect.SuccessAsync(await PostAsync(server.Media, id, 3, at.AddMinutes(-5)));

        Assert.Equal(3, (await ScoreAsync(id)).GetProperty("sets")[0].Number("team1"));
        Assert.Equal(0, (await server.Organizer.GetAsync($"/api/events/{id}/scores/conflicts")).Number("total"));
    }

    [Fact]
    public async Task Conflicts_are_listed_newest_first_in_pages()
    {
        var id = await server.EventAsync();
        await server.Coach.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await PostAsync(server.Coach, id, 9, server.Time.GetUtcNow()));
        await HandOverAsync(id);
        foreach (var points in new[] { 1, 2, 3 })
        {
            server.Time.Advance(TimeSpan.FromSeconds(1));
            await Expect.ProblemAsync(await PostAsync(server.Media, id, points, server.Time.GetUtcNow().AddMinutes(-1)), 409, "stale_update");
        }

        var page = await server.Organizer.GetAsync($"/api/events/{id}/scores/conflicts?limit=2&offset=1");

        Assert.Equal(3, page.Number("total"));
        Assert.Equal([2, 1], page.Items().Select(conflict => conflict.GetProperty("sets")[0].Number("team1")));
    }

    [Fact]
    public async Task Updates_without_a_time_of_their_own_succeed_within_one_millisecond()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);

        foreach (var points in new[] { 1, 2, 3 })
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, points, 0));

        var score = await ScoreAsync(id);
        Assert.Equal((3, 3), (score.Number("version"), score.GetProperty("sets")[0].Number("team1")));
        Assert.Equal(server.Time.GetUtcNow().AddMilliseconds(2), score.When("lastUpdated"));
    }

    /// <summary>A device's clock may be years off.</summary>
    [Theory]
    [InlineData("2150-01-01T00:00:00Z")]
    [InlineData("2015-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task A_time_that_can_not_be_is_taken_as_now(string occurredAt)
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);

        var score = await Expect.SuccessAsync(await PostAsync(server.Media, id, 1, DateTimeOffset.Parse(occurredAt, CultureInfo.InvariantCulture)));

        Assert.Equal(server.Time.GetUtcNow(), score.When("lastUpdated"));
        Assert.Equal(server.Time.GetUtcNow(), (await server.Nobody.GetAsync($"/api/events/{id}/scores/1/history").JsonAsync()).Items().Single().When("recordedAt"));
    }

    [Theory]
    [InlineData(-600)]
    [InlineData(3_600)]
    [InlineData(-400_000_000)]
    public async Task A_devices_clock_is_corrected_by_what_the_claim_found_out_about_it(int secondsAhead)
    {
        var id = await server.EventAsync();
        await server.Coach.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await PostAsync(server.Coach, id, 10, server.Time.GetUtcNow()));
        await Expect.SuccessAsync(await server.Coach.DeleteAsync($"/api/events/{id}/claims/1"));
        server.Time.Advance(TimeSpan.FromSeconds(5));
        DateTimeOffset DeviceTime() => server.Time.GetUtcNow().AddSeconds(secondsAhead);
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { deviceTime = DeviceTime() }));
        var tapped = DeviceTime().AddSeconds(1);
        server.Time.Advance(TimeSpan.FromSeconds(3));

        var score = await Expect.SuccessAsync(await PostAsync(server.Media, id, 11, tapped));

        Assert.Equal(server.Time.GetUtcNow().AddSeconds(-2), score.When("lastUpdated"));
    }

    /// <summary>The coach's claim ends, and media claims a second later.</summary>
    private async Task HandOverAsync(string id)
    {
        await Expect.SuccessAsync(await server.Coach.DeleteAsync($"/api/events/{id}/claims/1"));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.Media.ClaimAsync(id, 1);
    }

    private static Task<HttpResponseMessage> PostAsync(ApiUser user, string id, int points, DateTimeOffset occurredAt, string? clientUpdateId = null) => user.PostAsync(
        $"/api/events/{id}/scores",
        new { matchId = 1, sets = new[] { new { team1 = points, team2 = 0 } }, status = "inProgress", occurredAt, clientUpdateId });

    private Task<JsonElement> ScoreAsync(string id) => server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync();
}
