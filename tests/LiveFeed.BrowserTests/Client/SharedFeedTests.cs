using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class SharedFeedTests(Chromium chromium)
{
    /// <summary>What a browser lacks: nothing over HTTPS, and Web Locks over plain HTTP.</summary>
    public static TheoryData<string> Lacks => ["void 0", "delete Navigator.prototype.locks"];

    [BrowserTheory]
    [MemberData(nameof(Lacks))]
    public async Task Eight_tabs_share_one_stream(string lack)
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        await browser.Context.AddInitScriptAsync(lack);
        var tabs = new List<ClientTab>();
        for (var n = 0; n < 8; n++)
            tabs.Add(await browser.LiveTabAsync());

        await admin.ScoreAsync(1);
        await admin.ScoreAsync(2);

        foreach (var tab in tabs)
        {
            await tab.UntilPointAsync(2);
            await tab.AssertPointsAsync([1, 2]);
        }

        Assert.Equal(1, await server.StreamsAsync());
    }

    [BrowserTheory]
    [MemberData(nameof(Lacks))]
    public async Task When_the_leading_tab_closes_another_takes_over_without_loss(string lack)
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        await browser.Context.AddInitScriptAsync(lack);
        var tabs = new List<ClientTab>();
        for (var n = 0; n < 3; n++)
            tabs.Add(await browser.LiveTabAsync());
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(admin, enough.Token);

        // The first tab is the leader, and after it the second.
        foreach (var leader in tabs.Take(2))
        {
            var before = (await leader.PointsAsync()).Length;
            await leader.UntilAsync($"seen.entries.length > {before + 5}");
            await leader.Page.CloseAsync();
        }

        var last = tabs[^1];
        var known = (await last.PointsAsync()).Length;
        await last.UntilAsync($"seen.entries.length > {known + 5}");
        await enough.CancelAsync();
        var points = await writing;
        await last.UntilPointAsync(points);
        await last.AssertPointsAsync(Enumerable.Range(1, points));
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task A_tab_that_joins_late_has_the_state_from_the_leader()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var leader = await browser.LiveTabAsync();
        await admin.ScoreAsync(7);
        await leader.UntilPointAsync(7);

        var late = await browser.TabAsync();
        await late.Page.RouteAsync("**/api/**", route => route.AbortAsync());
        await late.ConnectAsync();

        await late.UntilPointAsync(7);
        await late.UntilStatusAsync("live");
        await admin.ScoreAsync(8);
        await late.UntilPointAsync(8);
        await late.AssertPointsAsync([8]);
    }

    [BrowserTheory]
    [MemberData(nameof(Lacks))]
    public async Task A_leader_that_does_not_respond_is_replaced_and_follows(string lack)
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        await browser.Context.AddInitScriptAsync(lack);
        var (leader, follower) = (await browser.LiveTabAsync(), await browser.LiveTabAsync());

        // Like a frozen tab: it keeps its lock, and nobody hears from it.
        await MuteAsync(leader);
        await admin.ScoreAsync(1);
        await follower.UntilPointAsync(1);
        await UnmuteAsync(leader);
        await admin.ScoreAsync(2);

        foreach (var tab in new[] { leader, follower })
        {
            await tab.UntilPointAsync(2);
            await tab.AssertPointsAsync([1, 2]);
        }

        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task A_follower_that_missed_something_has_the_state_again()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var (leader, follower) = (await browser.LiveTabAsync(), await browser.LiveTabAsync());

        await MuteAsync(leader);
        await admin.ScoreAsync(5, matchId: 2);
        await leader.UntilPointAsync(5, matchId: 2);
        await UnmuteAsync(leader);
        await admin.ScoreAsync(1);

        await follower.UntilPointAsync(1);
        await follower.UntilPointAsync(5, matchId: 2);
    }

    [BrowserFact]
    public async Task A_follower_takes_over_the_snapshot_of_a_log_that_was_restored()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var (leader, follower) = (await browser.LiveTabAsync(), await browser.LiveTabAsync());
        await admin.ScoreAsync(1);
        await follower.UntilPointAsync(1);

        await leader.SeeAsync<object>(
            """
            fetch("api/events/cup/feed").then(response => response.json()).then(({ cursor }) => {
              const channel = new BroadcastChannel(`livefeed:${new URL("api/events/cup", location.href).href}  `);
              const entries = [{ type: "event-update", eventId: "cup", key: "event", name: "Restored" }];
              channel.postMessage({ kind: "batch", batch: { cursor: `${cursor.split(".")[0]}.1.abcd`, snapshot: true, reset: "other-history", entries } });
            })
            """);

        await follower.UntilAsync("seen.feed.state.event.name === 'Restored'");
        Assert.Equal(1, await follower.SeeAsync<int>("seen.feed.state.entries.length"));
    }

    [BrowserFact]
    public async Task Every_tab_has_its_own_stream_if_tabs_cannot_share()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        await browser.Context.AddInitScriptAsync("delete window.BroadcastChannel");
        var (one, other) = (await browser.LiveTabAsync(), await browser.LiveTabAsync());

        await admin.ScoreAsync(1);

        await one.UntilPointAsync(1);
        await other.UntilPointAsync(1);
        Assert.Equal(2, await server.StreamsAsync());
    }

    [BrowserFact]
    public async Task A_tab_that_closes_its_connection_leaves_none_behind()
    {
        var (server, _) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.LiveTabAsync();

        await tab.SeeAsync<object>("seen.feed.close()");

        await server.UntilStreamsAsync(0);
        Assert.Equal(0, await tab.SeeAsync<int>("navigator.locks.query().then(({ held, pending }) => held.length + pending.length)"));
    }

    private static Task MuteAsync(ClientTab tab) => tab.SeeAsync<object>(
        "{ seen.post = BroadcastChannel.prototype.postMessage; BroadcastChannel.prototype.postMessage = () => {}; }");

    private static Task UnmuteAsync(ClientTab tab) => tab.SeeAsync<object>("{ BroadcastChannel.prototype.postMessage = seen.post; }");

    /// <summary>Posts one score after another. Returns the last one's points.</summary>
    private static async Task<int> WriteAsync(ApiUser writer, CancellationToken enough)
    {
        var points = 0;
        while (!enough.IsCancellationRequested)
            await writer.ScoreAsync(++points);
        return points;
    }
}
