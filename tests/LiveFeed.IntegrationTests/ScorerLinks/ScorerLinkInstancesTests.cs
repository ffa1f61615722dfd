using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.ScorerLinks;

/// <summary>A link that ends at one instance ends at the others.</summary>
public sealed class ScorerLinkInstancesTests
{
    [RedisFact]
    public async Task A_helper_scores_at_any_instance_until_the_link_is_revoked_at_one()
    {
        await using var pair = await InstancePair.StartAsync(InstancePair.Patient);
        var admin = await pair.First.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        var made = await admin.MakeLinkAsync("club", new { courtId = 1 });
        var helper = await pair.Second.HelperAsync(made);
        using var there = helper.At(pair.First);
        await Expect.SuccessAsync(await there.PostAsync("/api/events/club/claims/1", null));
        await Expect.SuccessAsync(await helper.ScoreAsync("club", 1, 1, 0));
        await using var stream = await StreamClient.OpenAsync(helper.Http, "/api/events/club/stream");

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/club/scorer-links/{made.Text("id")}"));

        // At once, whatever the second instance has heard: the transaction itself looks.
        Assert.False((await helper.ScoreAsync("club", 1, 9, 9)).IsSuccessStatusCode);
        Assert.Equal("session_ended", (await stream.UntilAsync(item => item.Type == "bye")).Data.Text("code"));
        await Expect.ProblemAsync(await helper.Http.GetAsync("/api/events/club"), 401, "session_ended");
        await Expect.ProblemAsync(await pair.Second.Http.UseAsync(made), 404, "scorer_link_not_found");
        Assert.Equal(1, (await admin.GetAsync("/api/events/club/scores/1")).GetProperty("sets")[0].Number("team1"));
    }
}
