using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Notifications;

/// <summary>What users follow.</summary>
public sealed class FollowTests
{
    [Fact]
    public async Task Events_teams_and_matches_can_be_followed_once_and_no_longer()
    {
        await using var cup = await FollowedCup.StartAsync();
        foreach (var topic in new[] { "events/cup", "events/cup/matches/2", "events%2Fcup%2Fteams%2F1" })
            await FollowedCup.FollowAsync(cup.Fay, topic);

        var items = (await cup.Fay.GetAsync("/api/follows")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["events/cup", "events/cup/matches/2", "events/cup/teams/1"], items.Select(item => item.Text("topic")).Order(StringComparer.Ordinal));
        var team = items.Single(item => item.Text("topic") == "events/cup/teams/1");
        Assert.Equal(("cup", "Event cup", "Team 1"), (team.Text("eventId"), team.Text("eventName"), team.Text("name")));

        await Expect.SuccessAsync(await cup.Fay.DeleteAsync("/api/follows/events/cup/teams/1"));
        await Expect.SuccessAsync(await cup.Fay.DeleteAsync("/api/follows/events/cup/teams/1"));
        Assert.Equal(2, (await cup.Fay.GetAsync("/api/follows")).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await cup.Organizer.GetAsync("/api/follows")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("events/cup/teams/99", 404, "team_not_found")]
    [InlineData("events/cup/matches/99", 404, "match_not_found")]
    [InlineData("events/gone", 404, "event_not_found")]
    [InlineData("events/cup/teams/01", 404, "topic_not_found")]
    [InlineData("events/cup/courts/1", 404, "topic_not_found")]
    [InlineData("events/cup/teams/1/", 404, "topic_not_found")]
    [InlineData("me", 404, "topic_not_found")]
    [InlineData("users/somebody", 404, "topic_not_found")]
    public async Task What_can_not_be_followed_is_rejected(string topic, int status, string code)
    {
        await using var cup = await FollowedCup.StartAsync();
        await Expect.ProblemAsync(await cup.Fay.PutAsync($"/api/follows/{topic}", new { }), status, code);
    }

    [Fact]
    public async Task As_many_can_be_followed_as_are_allowed()
    {
        await using var cup = await FollowedCup.StartAsync("public", "Notifications:MaxFollows=2");
        await FollowedCup.FollowAsync(cup.Fay, "events/cup/teams/2");
        await Expect.ProblemAsync(await cup.Fay.PutAsync("/api/follows/events/cup", new { }), 409, "limit_reached");
        // What is followed already is no more.
        await FollowedCup.FollowAsync(cup.Fay, "events/cup/teams/2");
    }

    [Fact]
    public async Task Who_may_no_longer_read_an_event_is_notified_of_nothing_and_reads_no_names()
    {
        await using var cup = await FollowedCup.StartAsync("members");
        var member = await cup.Server.RegisterAsync("Mia Member");
        await cup.Organizer.AddMemberAsync("cup", member.Id, "spectator");
        await FollowedCup.FollowAsync(member, "events/cup/teams/1");
        await Expect.SuccessAsync(await cup.Organizer.DeleteAsync($"/api/events/cup/members/{cup.Fay.Id}"));
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "role-changed" && FollowedCup.RoleOf(item) is null);

        await cup.PlayAsync();
        await FollowedCup.UntilAsync(member, item => item.Text("kind") == "match-final");

        Assert.DoesNotContain("match-final", await FollowedCup.KindsAsync(cup.Fay));
        var follow = (await cup.Fay.GetAsync("/api/follows")).GetProperty("items")[0];
        Assert.Equal(["topic", "eventId", "since"], follow.EnumerateObject().Select(member => member.Name));
        await Expect.ProblemAsync(await (await cup.Server.RegisterAsync("Stan Stranger")).PutAsync("/api/follows/events/cup", new { }), 403, "not_a_member");
    }

    [Fact]
    public async Task With_the_event_goes_who_follows_it()
    {
        await using var cup = await FollowedCup.StartAsync();
        await Expect.SuccessAsync(await cup.Organizer.DeleteAsync("/api/events/cup"));
        Assert.Equal(0, (await cup.Fay.GetAsync("/api/follows")).GetProperty("items").GetArrayLength());
    }
}
