using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InBrowser.Name)]
public sealed class ConnectTests(Chromium chromium)
{
    private const string Streams = "**/api/events/*/stream*";

    [BrowserFact]
    public async Task A_restart_in_between_loses_nothing_and_repeats_nothing()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.LiveTabAsync();
        var points = 0;

        for (var restart = 0; restart < 2; restart++)
        {
            for (var n = 0; n < 5; n++)
                await admin.ScoreAsync(++points);
            await server.RestartAsync();
            for (var n = 0; n < 5; n++)
                await admin.ScoreAsync(++points);
        }

        await tab.UntilPointAsync(points);
        await tab.UntilStatusAsync("live");
        await tab.AssertPointsAsync(Enumerable.Range(1, points));
        Assert.Contains("server_draining", await tab.SeeAsync<string[]>("seen.statuses.map(status => status.reason)"));
        // The whole state, entry by entry, equals the log.
        Assert.True(await tab.SeeAsync<bool>(
            """
            fetch("api/events/cup/feed").then(answer => answer.json()).then(({ entries }) => {
              const sorted = list => JSON.stringify(list.toSorted((a, b) => a.key < b.key ? -1 : 1));
              return sorted(entries) === sorted(seen.feed.state.entries);
            })
            """));
    }

    [BrowserFact]
    public async Task Polls_if_streams_are_blocked_and_streams_again_when_they_are_not()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.Page.RouteAsync(Streams, route => route.AbortAsync());
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");

        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);
        await admin.ScoreAsync(2);
        await tab.UntilPointAsync(2);
        await tab.Page.UnrouteAsync(Streams);
        await tab.UntilStatusAsync("live");
        await admin.ScoreAsync(3);
        await tab.UntilPointAsync(3);

        await tab.AssertPointsAsync([1, 2, 3]);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task Polls_if_something_in_between_holds_the_stream_back()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        // Never responded to, as behind a proxy that waits for the end of a response that has none.
        await tab.Page.RouteAsync(Streams, _ => { });

        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");
        await admin.ScoreAsync(1);

        await tab.UntilPointAsync(1);
        Assert.Equal("silent", await tab.SeeAsync<string>("seen.feed.status.reason"));
    }

    [BrowserFact]
    public async Task Polls_while_the_server_has_no_place_for_a_stream()
    {
        var (server, admin) = await ServerSide.WithCupAsync("Streams:MaxPerEvent=1");
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var taken = await server.Http.GetStreamAsync("/api/events/cup/stream");
        var tab = await browser.TabAsync();

        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");
        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);
        Assert.Equal("too_many_streams", await tab.SeeAsync<string>("seen.feed.status.reason"));

        await taken.DisposeAsync();
        await tab.UntilStatusAsync("live");
    }

    [BrowserTheory]
    // Above what a timer can hold, and below.
    [InlineData("2592000")]
    [InlineData("1728000")]
    public async Task A_pause_of_weeks_that_a_proxy_asks_for_is_neither_skipped_nor_kept(string seconds)
    {
        var (server, _) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        var requests = 0;
        await tab.Page.RouteAsync("**/api/events/cup/**", route =>
        {
            Interlocked.Increment(ref requests);
            return route.FulfillAsync(new()
            {
                Status = 503,
                ContentType = "text/html",
                Headers = new Dictionary<string, string> { ["Retry-After"] = seconds },
                Body = "<p>Back soon.</p>",
            });
        });

        var began = await tab.SeeAsync<double>("performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync($"performance.now() > {began} + 8_000");
        Assert.InRange(requests, 1, 10);
        await tab.Page.UnrouteAsync("**/api/events/cup/**");

        await tab.UntilStatusAsync("live");
        Assert.True(await tab.SeeAsync<double>("performance.now()") - began < 68_000);
    }

    [BrowserFact]
    public async Task Says_that_it_is_offline_and_catches_up_when_the_network_is_back()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.LiveTabAsync();

        await browser.Context.SetOfflineAsync(true);
        await tab.UntilStatusAsync("offline");
        for (var points = 1; points <= 5; points++)
            await admin.ScoreAsync(points);
        await browser.Context.SetOfflineAsync(false);

        await tab.UntilPointAsync(5);
        await tab.UntilStatusAsync("live");
        await tab.AssertPointsAsync([1, 2, 3, 4, 5]);
    }

    [BrowserFact]
    public async Task Goes_on_with_new_tokens_when_the_old_ones_end()
    {
        var (server, admin) = await ServerSide.WithCupAsync("Jwt:AccessLifetime=00:00:06");
        await using var stopping = server;
        await admin.CreateEventAsync("club", visibility: "members");
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.SignInAsync(admin.Email);

        await tab.ConnectAsync("club");

        await tab.UntilAsync("seen.statuses.filter(status => status.code === 'live').length >= 3");
        Assert.DoesNotContain("sign-in-needed", await tab.SeeAsync<string[]>("seen.statuses.map(status => status.code)"));
    }

    [BrowserFact]
    public async Task Asks_for_a_sign_in_and_goes_on_by_itself_after_it_in_any_tab()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await admin.CreateEventAsync("club", visibility: "members");
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var (tab, other) = (await browser.TabAsync(), await browser.TabAsync());
        await tab.ConnectAsync("club");
        await tab.UntilStatusAsync("sign-in-needed");

        await other.SignInAsync(admin.Email);

        await tab.UntilStatusAsync("live");
    }

    [BrowserFact]
    public async Task Says_who_may_not_see_it_and_what_there_is_not()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await admin.CreateEventAsync("club", visibility: "members");
        await admin.CreateEventAsync("gone");
        var stranger = await server.RegisterAsync("Stranger");
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.SignInAsync(stranger.Email);

        await tab.ConnectAsync("club");
        await tab.UntilStatusAsync("forbidden");
        await tab.ConnectAsync("nothing");
        await tab.UntilStatusAsync("not-found");
        await tab.ConnectAsync("gone");
        await tab.UntilStatusAsync("live");
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/gone"));
        await tab.UntilAsync("seen.feed.status.code === 'ended' && seen.feed.status.reason === 'event_deleted'");
    }
}
