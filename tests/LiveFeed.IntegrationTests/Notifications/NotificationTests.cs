using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Notifications;

/// <summary>What users are notified of, and nobody else.</summary>
public sealed class NotificationTests
{
    // Whoever keeps the score needs no notification of it.
    [Fact]
    public async Task Who_follows_a_team_is_notified_of_its_match_and_who_does_not_of_nothing()
    {
        await using var cup = await FollowedCup.StartAsync();
        var other = await cup.Server.RegisterAsync("Otto Other");
        await FollowedCup.FollowAsync(other, "events/cup/teams/3");
        await FollowedCup.FollowAsync(cup.Organizer, "events/cup/matches/1");
        await using var me = await FollowedCup.ReadAsync(cup.Fay);

        await cup.PlayAsync();

        var entries = new List<JsonElement>();
        while (entries.Count < 3)
            entries.Add((await me.NextAsync())!.Data);
        Assert.Equal(["match-started", "set-ended", "match-final"], entries.OrderBy(entry => entry.GetProperty("match").GetProperty("sets").EnumerateArray().Sum(set => set.Number("team1"))).Select(entry => entry.Text("kind")));
        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Number("number")));
        var final = entries.Single(entry => entry.Text("kind") == "match-final");
        Assert.Equal(("me", "notification", "cup", "Event cup", $"notification/{final.Number("number")}"), (final.Text("topic"), final.Text("type"), final.Text("eventId"), final.Text("eventName"), final.Text("key")));
        var match = final.GetProperty("match");
        Assert.Equal((1, "Team 1", "Team 2", "Court 1", 1), (match.Number("id"), match.Text("team1"), match.Text("team2"), match.Text("court"), match.Number("winner")));
        Assert.Equal([25, 25], match.GetProperty("sets").EnumerateArray().Select(set => set.Number("team1")));
        // All have come by the same jobs.
        foreach (var nobody in new[] { other, cup.Organizer })
            Assert.Empty(await FollowedCup.KindsAsync(nobody));
    }

    [Fact]
    public async Task An_announcement_reaches_all_who_follow_something_of_the_event()
    {
        await using var cup = await FollowedCup.StartAsync();
        var other = await cup.Server.RegisterAsync("Otto Other");
        await FollowedCup.FollowAsync(other, "events/cup");

        await cup.AnnounceAsync("Lunch is ready");

        foreach (var reader in new[] { cup.Fay, other })
            Assert.Equal("Lunch is ready", (await FollowedCup.UntilAsync(reader, item => item.Text("kind") == "announcement")).GetProperty("items")[0].Text("text"));
    }

    [Fact]
    public async Task A_match_that_is_given_another_time_is_rescheduled_and_begins_soon_again()
    {
        await using var cup = await FollowedCup.StartAsync("public", "Notifications:MatchSoonEvery=00:00:00.100");
        var now = TimeProvider.System.GetUtcNow();
        await ScheduleAsync(cup, now.AddMinutes(10));
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "match-soon");

        await ScheduleAsync(cup, now.AddMinutes(12));

        await Eventually.TrueAsync(async () => (await FollowedCup.KindsAsync(cup.Fay)).Count(kind => kind == "match-soon") == 2);
        var items = (await cup.Fay.GetAsync("/api/notifications")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["match-soon", "match-soon", "rescheduled", "rescheduled"], items.Select(item => item.Text("kind")).Order(StringComparer.Ordinal));
        Assert.Equal(2, items.Where(item => item.Text("kind") == "match-soon").Select(item => item.GetProperty("match").Text("startsAt")).Distinct().Count());
    }

    [Fact]
    public async Task A_schedule_that_moves_as_a_whole_notifies_of_that_once()
    {
        await using var cup = await FollowedCup.StartAsync("public", "Notifications:MatchSoon=00:00:00");
        await FollowedCup.FollowAsync(cup.Fay, "events/cup");
        var now = TimeProvider.System.GetUtcNow();
        foreach (var hours in new[] { 1, 2 })
        {
            await Expect.SuccessAsync(await cup.Organizer.PutAsync("/api/events/cup/schedule", new
            {
                teams = Enumerable.Range(1, 200).Select(id => new { id, name = $"Team {id}" }),
                matches = Enumerable.Range(1, 100).Select(id => new { id, team1Id = 201 - (2 * id), team2Id = 202 - (2 * id), startsAt = now.AddHours(hours) }),
            }));
        }

        var page = await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "rescheduled" && !item.TryGetProperty("match", out _));
        Assert.Single(page.GetProperty("items").EnumerateArray(), item => !item.TryGetProperty("match", out _));
    }

    [Fact]
    public async Task A_role_that_is_given_by_an_email_address_is_notified_too()
    {
        await using var cup = await FollowedCup.StartAsync();
        await Expect.SuccessAsync(await cup.Organizer.PostAsync("/api/events/cup/members", new { email = cup.Fay.Email, role = "media" }));
        await FollowedCup.UntilAsync(cup.Fay, item => FollowedCup.RoleOf(item) == "media");
    }

    [Fact]
    public async Task A_message_notifies_whom_it_names_if_they_may_read_it()
    {
        await using var cup = await FollowedCup.StartAsync();
        var (paul, stranger) = (await cup.Server.RegisterAsync("Paul Player"), await cup.Server.RegisterAsync("Stan Stranger"));
        await Expect.SuccessAsync(await cup.Organizer.PutAsync($"/api/events/cup/teams/1/members/{paul.Id}", new { role = "player" }));
        await Expect.SuccessAsync(await cup.Organizer.PutAsync($"/api/events/cup/teams/1/members/{cup.Fay.Id}", new { role = "family" }));

        foreach (var text in new[] { "@Stan Stranger come too", "@paul player, the bus leaves at 8" })
            await Expect.SuccessAsync(await cup.Fay.PostAsync("/api/events/cup/teams/1/messages", new { text }));

        var page = await FollowedCup.UntilAsync(paul, item => item.Text("kind") == "mention");
        var mention = page.GetProperty("items").EnumerateArray().Single(item => item.Text("kind") == "mention");
        Assert.Equal((1, "Team 1"), (mention.GetProperty("team").Number("id"), mention.GetProperty("team").Text("name")));
        Assert.DoesNotContain("bus", mention.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await FollowedCup.KindsAsync(stranger));
    }

    [Fact]
    public async Task A_user_is_notified_of_a_role_that_somebody_else_gives_or_takes()
    {
        await using var cup = await FollowedCup.StartAsync();

        await cup.Organizer.AddMemberAsync("cup", cup.Fay.Id);
        await cup.Organizer.AddMemberAsync("cup", cup.Fay.Id);
        await FollowedCup.UntilAsync(cup.Fay, item => FollowedCup.RoleOf(item) == "media");
        await Expect.SuccessAsync(await cup.Organizer.DeleteAsync($"/api/events/cup/members/{cup.Fay.Id}"));
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "role-changed" && FollowedCup.RoleOf(item) is null);

        Assert.Equal(["role-changed", "role-changed"], await FollowedCup.KindsAsync(cup.Fay));
    }

    [Fact]
    public async Task What_is_off_does_not_come()
    {
        await using var cup = await FollowedCup.StartAsync();
        await Expect.SuccessAsync(await cup.Fay.PutAsync("/api/notifications/settings", new { off = new[] { "set-ended", "match-started" } }));

        await cup.PlayAsync();
        await cup.AnnounceAsync("The end");
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "announcement");
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "match-final");

        Assert.Equal(["announcement", "match-final"], (await FollowedCup.KindsAsync(cup.Fay)).Order(StringComparer.Ordinal));
        Assert.Equal(["set-ended", "match-started"], (await cup.Fay.GetAsync("/api/notifications/settings")).GetProperty("off").EnumerateArray().Select(kind => kind.GetString()));
        await Expect.ProblemAsync(await cup.Fay.PutAsync("/api/notifications/settings", new { off = new[] { "gossip" } }), 400, "invalid_request");
    }

    [Fact]
    public async Task What_was_read_on_one_device_is_read_on_the_others()
    {
        await using var cup = await FollowedCup.StartAsync();
        for (var i = 1; i <= 3; i++)
            await cup.AnnounceAsync($"Number {i}");
        await Eventually.TrueAsync(async () => (await FollowedCup.KindsAsync(cup.Fay)).Count == 3);
        await using var other = await FollowedCup.ReadAsync(cup.Fay);

        var mark = await Expect.SuccessAsync(await cup.Fay.PostAsync("/api/notifications/read", new { upTo = 2 }));

        Assert.Equal((2, 1), (mark.Number("readUpTo"), mark.Number("unread")));
        var entry = (await other.NextAsync())!.Data;
        Assert.Equal(("notifications-read", 2, 1), (entry.Text("type"), entry.Number("readUpTo"), entry.Number("unread")));
        // It never goes back, and nothing was read that has not come.
        Assert.Equal(2, (await Expect.SuccessAsync(await cup.Fay.PostAsync("/api/notifications/read", new { upTo = 1 }))).Number("readUpTo"));
        Assert.Equal(3, (await Expect.SuccessAsync(await cup.Fay.PostAsync("/api/notifications/read", new { upTo = 99 }))).Number("readUpTo"));
        Assert.Equal(0, (await cup.Fay.GetAsync("/api/notifications?limit=1")).Number("unread"));
        await Expect.ProblemAsync(await cup.Fay.PostAsync("/api/notifications/read", new { upTo = -1 }), 400, "invalid_request");
    }

    [Fact]
    public async Task The_newest_are_kept_and_the_list_reads_back()
    {
        await using var cup = await FollowedCup.StartAsync("public", "Notifications:MaxPerUser=100", "Announcements:MaxPerEvent=1000", "Feed:RoomSnapshotEntries=5");
        for (var i = 1; i <= 151; i++)
            await cup.AnnounceAsync($"Number {i}");
        await FollowedCup.UntilAsync(cup.Fay, item => item.Number("number") == 151);

        var page = await cup.Fay.GetAsync("/api/notifications?limit=100");
        Assert.Equal((151, true), (page.GetProperty("items")[0].Number("number"), page.GetProperty("more").GetBoolean()));
        var rest = await cup.Fay.GetAsync("/api/notifications?before=52");
        Assert.Equal([51], rest.GetProperty("items").EnumerateArray().Select(item => item.Number("number")));
        Assert.False(rest.GetProperty("more").GetBoolean());
        // A reader who comes new, also after a restart, gets the newest.
        await cup.Server.RestartAsync();
        await using var me = await StreamClient.OpenAsync(cup.Fay.Http, FollowedCup.Me);
        var snapshot = await me.UntilAsync(item => item.Kind == "snapshot");
        Assert.Equal([147, 148, 149, 150, 151], snapshot.Data.GetProperty("entries").EnumerateArray().Select(entry => entry.Number("number")));
        Assert.False(snapshot.Data.TryGetProperty("eventId", out _));
    }

    private static async Task ScheduleAsync(FollowedCup cup, DateTimeOffset startsAt) => await Expect.SuccessAsync(await cup.Organizer.PutAsync("/api/events/cup/schedule", new
    {
        teams = new[] { new { id = 1, name = "Team 1" }, new { id = 2, name = "Team 2" } },
        matches = new[] { new { id = 1, team1Id = 1, team2Id = 2, startsAt } },
    }));
}
