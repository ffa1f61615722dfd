using System.Globalization;
using System.Net;
using LiveFeed.IntegrationTests.Feed.Joined;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Notifications;

/// <summary>The topic <c>me</c>: one user's own, as exact as any.</summary>
public sealed class OwnTopicTests
{
    [Fact]
    public async Task It_is_for_its_user_alone()
    {
        await using var cup = await FollowedCup.StartAsync();
        await cup.AnnounceAsync("For Fay");
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "announcement");

        using var nobody = await cup.Server.Http.GetAsync(FollowedCup.Me);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        // Not even an administrator reads another's, under whatever name.
        await Expect.ProblemAsync(await cup.Organizer.Http.GetAsync($"/api/feed?topic=users/{cup.Fay.Id}"), 404, "topic_not_found");
        await Expect.ProblemAsync(await cup.Fay.Http.GetAsync($"/api/feed?topic=users/{cup.Fay.Id}"), 404, "topic_not_found");
        Assert.Empty((await cup.Organizer.GetAsync("/api/feed?topic=me")).GetProperty("topics")[0].GetProperty("entries").EnumerateArray());
        var mine = (await cup.Fay.GetAsync("/api/feed?topic=me")).GetProperty("topics")[0];
        Assert.Equal(("me", JoinedTags.Of("me")), (mine.Text("topic"), mine.Text("tag")));
        Assert.Single(mine.GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task Another_user_who_sends_the_cursor_gets_a_snapshot_of_the_own_topic()
    {
        await using var cup = await FollowedCup.StartAsync();
        await cup.AnnounceAsync("For Fay");
        await FollowedCup.UntilAsync(cup.Fay, item => item.Text("kind") == "announcement");
        var cursor = (await cup.Fay.GetAsync("/api/feed?topic=me")).Text("cursor");

        await using var stream = await StreamClient.OpenAsync(cup.Organizer.Http, FollowedCup.Me, cursor);

        var first = (await stream.NextAsync())!;
        Assert.Equal(("snapshot", 0), (first.Kind, first.Data.GetProperty("entries").GetArrayLength()));
        Assert.NotNull(first.Data.Text("reset"));
    }

    [Fact]
    public async Task Beside_events_it_resumes_exactly_through_a_restart()
    {
        const string both = "/api/stream?topic=events/cup&topic=me";
        await using var cup = await FollowedCup.StartAsync();
        string id;
        await using (var stream = await StreamClient.OpenAsync(cup.Fay.Http, both))
        {
            await cup.AnnounceAsync("First");
            id = (await stream.UntilAsync(item => item.Kind == "notification")).Id;
        }

        Assert.Contains(JoinedTags.Of("me"), id, StringComparison.Ordinal);
        await AnnounceAsync("Second");
        await cup.Server.RestartAsync();
        await AnnounceAsync("Third");

        await using var resumed = await StreamClient.OpenAsync(cup.Fay.Http, both, id);
        var items = new List<StreamItem>();
        while (items.Count < 4)
            items.Add((await resumed.NextAsync())!);
        Assert.Equal(["Second", "Third"], items.Where(item => item.Kind == "notification").Select(item => item.Data.Text("text")));
        Assert.Equal(["Second", "Third"], items.Where(item => item.Kind == "announcement").Select(item => item.Data.Text("text")));

        async Task AnnounceAsync(string text)
        {
            await cup.AnnounceAsync(text);
            await FollowedCup.UntilAsync(cup.Fay, item => item.Text("text") == text);
        }
    }

    [Fact]
    public async Task Each_of_many_followers_is_notified_once_though_the_job_is_done_again()
    {
        await using var cup = await FollowedCup.StartAsync("public", "Notifications:UsersPerTransaction=3");
        var followers = new List<ApiUser> { cup.Fay };
        for (var i = 0; i < 10; i++)
        {
            followers.Add(await cup.Server.RegisterAsync($"Follower {i}"));
            await FollowedCup.FollowAsync(followers[^1], "events/cup");
        }

        await cup.AnnounceAsync("Once");
        foreach (var follower in followers)
            await FollowedCup.UntilAsync(follower, item => item.Text("text") == "Once");
        var announcement = (await cup.Organizer.GetAsync("/api/events/cup/announcements")).GetProperty("items")[0].Text("id");
        var cause = (string)(await TestDatabase.ExecuteAsync(cup.Server.DataDirectory, "SELECT DISTINCT cause FROM notifications"))!;
        // As if its owner had died before it could say that the job was done.
        await TestDatabase.ExecuteAsync(cup.Server.DataDirectory, $$"""
            INSERT INTO jobs (id, kind, payload, created_at, due_at, fence, attempts)
            SELECT '{{cause}}', 'notify', '{"kind":"announcement","eventId":"cup","announcementId":"{{announcement}}"}', created_at, created_at, 0, 0 FROM jobs WHERE id = 'retention'
            """);
        await Eventually.TrueAsync(async () => Convert.ToInt64(await TestDatabase.ExecuteAsync(cup.Server.DataDirectory, $"SELECT count(*) FROM jobs WHERE id = '{cause}'"), CultureInfo.InvariantCulture) == 0);

        foreach (var follower in followers)
            Assert.Single(await FollowedCup.KindsAsync(follower));
    }

    [Fact]
    public async Task What_one_instance_causes_reaches_streams_of_another()
    {
        await using var cup = await FollowedCup.StartAsync();
        await using var other = await LiveFeedServer.OverAsync(cup.Server.DataDirectory, "Jobs:PollEvery=00:01:00", "Jobs:Lease=00:05:00");
        using var http = other.Client();
        http.DefaultRequestHeaders.Authorization = cup.Fay.Http.DefaultRequestHeaders.Authorization;
        await using var stream = await StreamClient.OpenAsync(http, FollowedCup.Me);
        await stream.UntilAsync(item => item.Kind == "snapshot");

        await cup.AnnounceAsync("Across");

        Assert.Equal("Across", (await stream.UntilAsync(item => item.Kind == "notification")).Data.Text("text"));
    }
}
