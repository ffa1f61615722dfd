using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>Several topics on one connection: what all tabs of a browser follow comes by one stream, each topic exactly.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class TopicsTests(Chromium chromium) : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;
    private ClientBrowser browser = null!;

    public async Task InitializeAsync()
    {
        (server, admin) = await ServerSide.WithCupAsync();
        await admin.CreateEventAsync("league");
        await admin.ClaimAsync("league", 1);
        browser = await ClientBrowser.OpenAsync(chromium, server);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
    }

    [BrowserFact]
    public async Task One_stream_carries_two_events_and_survives_a_restart_of_the_server()
    {
        var tab = await FollowAsync("events/cup", "events/league");
        await ScoreAsync("cup", 1);
        await ScoreAsync("league", 1);
        await UntilPointAsync(tab, "events/league", 1);
        Assert.Equal(1, await server.StreamsAsync());

        await server.RestartAsync();
        await ScoreAsync("league", 2);
        await ScoreAsync("cup", 2);
        await UntilPointAsync(tab, "events/cup", 2);
        await UntilPointAsync(tab, "events/league", 2);
        await AssertPointsAsync(tab, "events/cup", [1, 2]);
        await AssertPointsAsync(tab, "events/league", [1, 2]);
        await server.UntilStreamsAsync(1);
    }

    [BrowserTheory]
    [MemberData(nameof(SharedFeedTests.Lacks), MemberType = typeof(SharedFeedTests))]
    public async Task Tabs_with_different_topics_share_one_stream_and_the_next_leads_without_loss(string lack)
    {
        await browser.Context.AddInitScriptAsync(lack);
        var first = await FollowAsync("events/cup");
        var second = await FollowAsync("events/league");
        var third = await FollowAsync("events/cup", "events/league");
        await server.UntilStreamsAsync(1);
        await ScoreAsync("cup", 1);
        await ScoreAsync("league", 1);
        await UntilPointAsync(first, "events/cup", 1);
        await UntilPointAsync(second, "events/league", 1);
        await UntilPointAsync(third, "events/league", 1);

        await first.Page.CloseAsync();
        await ScoreAsync("cup", 2);
        await ScoreAsync("league", 2);
        await UntilPointAsync(second, "events/league", 2);
        await UntilPointAsync(third, "events/cup", 2);
        await UntilPointAsync(third, "events/league", 2);
        foreach (var (tab, topic) in new[] { (second, "events/league"), (third, "events/cup"), (third, "events/league") })
            await AssertPointsAsync(tab, topic, [1, 2]);
        await AssertPointsAsync(second, "events/cup", []);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task Other_topics_can_be_followed_and_those_that_stay_go_on_without_a_gap()
    {
        var tab = await FollowAsync("events/cup");
        for (var points = 1; points <= 6; points++)
        {
            await ScoreAsync("cup", points);
            await ScoreAsync("league", points);
            await tab.SeeAsync<object>($"seen.feed.follow({(points % 2 == 0 ? "['events/cup']" : "['events/cup', 'events/league']")})");
        }

        await UntilPointAsync(tab, "events/cup", 6);
        await AssertPointsAsync(tab, "events/cup", [1, 2, 3, 4, 5, 6]);
        Assert.True(await tab.SeeAsync<bool>("seen.feed.state('events/league') === undefined"));
        await tab.SeeAsync<object>("seen.feed.follow(['events/cup', 'events/league'])");
        await UntilPointAsync(tab, "events/league", 6);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task The_same_topic_with_different_filters_comes_by_a_stream_for_each()
    {
        await admin.ClaimAsync("league", 2);
        var first = await FollowAsync("events/league?matches=1");
        var second = await FollowAsync("events/league?matches=2", "events/cup");
        await ScoreAsync("league", 5, match: 1);
        await ScoreAsync("league", 7, match: 2);
        await UntilPointAsync(first, "events/league?matches=1", 5);
        await UntilPointAsync(second, "events/league?matches=2", 7, match: 2);
        await AssertPointsAsync(first, "events/league?matches=1", [5]);
        await AssertPointsAsync(second, "events/league?matches=2", [7]);
        await server.UntilStreamsAsync(2);
    }

    [BrowserFact]
    public async Task What_can_t_be_read_is_told_and_the_rest_goes_on()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        var tab = await FollowAsync("events/club", "events/cup", "events/none");
        await tab.UntilAsync("seen.closed.toSorted().join() === 'events/club token_required,events/none event_not_found'");
        await ScoreAsync("cup", 1);
        await UntilPointAsync(tab, "events/cup", 1);
        Assert.Equal("live", await tab.SeeAsync<string>("seen.feed.status.code"));

        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        await tab.UntilStatusAsync("ended");
        await tab.UntilAsync("seen.closed.at(-1) === 'events/cup event_archived'");
        Assert.True(await tab.SeeAsync<bool>("seen.feed.state('events/cup').event.archived"));
    }

    [BrowserFact]
    public async Task What_was_archived_meanwhile_is_read_to_its_end_by_a_tab_that_comes_later_too()
    {
        await ScoreAsync("cup", 3);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        foreach (var topics in new string[][] { ["events/cup", "events/league"], ["events/league", "events/cup"], ["events/cup"] })
        {
            var tab = await browser.TabAsync();
            await ConnectAsync(tab, topics);
            await UntilPointAsync(tab, "events/cup", 3);
            await tab.UntilAsync("seen.closed.join() === 'events/cup event_archived'");
        }

        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task A_topic_for_members_goes_on_when_the_browser_has_dropped_the_access_cookie()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        var tab = await browser.TabAsync();
        await tab.SignInAsync(LiveFeedServer.AdminEmail);
        await browser.Context.ClearCookiesAsync(new() { Name = (await browser.Context.CookiesAsync()).Single(cookie => cookie.Name.Contains("access", StringComparison.OrdinalIgnoreCase)).Name });
        await ConnectAsync(tab, "events/club", "events/cup");
        await tab.UntilAsync("['club', 'cup'].every(id => seen.feed.state('events/' + id).event !== undefined)");
        Assert.Equal("", await tab.SeeAsync<string>("seen.closed.join()"));
    }

    [BrowserFact]
    public async Task What_is_no_topic_is_told_to_whoever_asks_for_it()
    {
        var tab = await FollowAsync("events/cup");
        foreach (var topic in new[] { "events/a.b", "events/cup?teams=x", "events/cup?colour=1", "" })
            Assert.StartsWith("TypeError", await tab.SeeAsync<string>($"{{ try {{ seen.feed.follow(['{topic}']); return 'nothing'; }} catch (error) {{ return String(error); }} }}"), StringComparison.Ordinal);
        await ScoreAsync("cup", 1);
        await UntilPointAsync(tab, "events/cup", 1);
    }

    [BrowserFact]
    public async Task Polls_if_streams_are_blocked()
    {
        var tab = await browser.TabAsync();
        const string route = "**/api/stream*";
        await tab.Page.RouteAsync(route, stream => stream.AbortAsync());
        await ConnectAsync(tab, "events/cup", "events/league");
        await tab.UntilStatusAsync("polling");
        await ScoreAsync("cup", 1);
        await ScoreAsync("league", 1);
        await UntilPointAsync(tab, "events/cup", 1);
        await UntilPointAsync(tab, "events/league", 1);
        await tab.Page.UnrouteAsync(route);
        await tab.UntilStatusAsync("live");
        await ScoreAsync("league", 2);
        await UntilPointAsync(tab, "events/league", 2);
        await AssertPointsAsync(tab, "events/league", [1, 2]);
        await AssertPointsAsync(tab, "events/cup", [1]);
    }

    private async Task<ClientTab> FollowAsync(params string[] topics)
    {
        var tab = await browser.TabAsync();
        await ConnectAsync(tab, topics);
        await tab.UntilStatusAsync("live");
        await tab.UntilAsync($"{System.Text.Json.JsonSerializer.Serialize(topics)}.every(topic => seen.feed.state(topic).event || seen.closed.some(closed => closed.startsWith(topic + ' ')))");
        return tab;
    }

    private static Task ConnectAsync(ClientTab tab, params string[] topics) => tab.Page.EvaluateAsync(
        """
        topics => {
          seen.closed = [];
          seen.feed = livefeed.connect({
            topics,
            onStatus: status => seen.statuses.push(status),
            onEntry: (entry, state, topic) => seen.entries.push({ ...entry, followed: topic }),
            onClosed: (topic, code) => seen.closed.push(`${topic} ${code}`),
          });
        }
        """,
        topics);

    private async Task ScoreAsync(string eventId, int points, int match = 1) => await Expect.SuccessAsync(await admin.ScoreAsync(eventId, match, points, 0));

    private static Task UntilPointAsync(ClientTab tab, string topic, int points, int match = 1) =>
        tab.UntilAsync($"seen.feed.state('{topic}')?.get('score/{match}')?.sets[0].team1 === {points}");

    private static async Task AssertPointsAsync(ClientTab tab, string topic, int[] points) => Assert.Equal(
        points, await tab.SeeAsync<int[]>($"seen.entries.filter(e => e.type === 'score-update' && e.followed === '{topic}').map(e => e.sets[0].team1)"));
}
