using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class ConnectTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_restart_in_between_loses_nothing_and_repeats_nothing()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        await tab.GoLiveAsync();
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
        await tab.AssertStateIsTheServersAsync();
    }

    [BrowserFact]
    public async Task Says_that_it_is_offline_and_catches_up_when_the_network_is_back()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await tab.GoLiveAsync();

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
    public async Task Opens_a_new_stream_soon_after_the_machine_was_asleep()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        await tab.SeeAsync<object>(
            "{ const { setInterval } = window; seen.ticks = []; window.setInterval = (work, time) => (seen.ticks.push(time), setInterval(work, time)); }");
        await tab.GoLiveAsync();
        var resumed = tab.Page.WaitForRequestAsync(request => request.Url.Contains("/stream", StringComparison.Ordinal));

        // Timers and performance.now() may stand still during sleep. The clock doesn't.
        await tab.SeeAsync<object>("{ const { now } = Date; Date.now = () => now() + 3_600_000; }");

        Assert.NotEmpty((await resumed).Headers["last-event-id"]);
        Assert.True(await tab.SeeAsync<bool>("Math.min(...seen.ticks) < 5_000"));
        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);
        await tab.AssertPointsAsync([1]);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task A_page_that_is_hidden_for_a_minute_has_no_stream_and_resumes_when_it_is_visible()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        await tab.GoLiveAsync();

        await tab.SetTimersAsync("time === 60_000 ? 100 : time");
        await tab.SeeAsync<object>(
            """
            {
              seen.visibility = "hidden";
              Object.defineProperty(document, "visibilityState", { get: () => seen.visibility });
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
        await server.UntilStreamsAsync(0);
        for (var points = 1; points <= 3; points++)
            await admin.ScoreAsync(points);
        await tab.SeeAsync<object>("{ seen.visibility = 'visible'; document.dispatchEvent(new Event('visibilitychange')); }");

        await tab.UntilPointAsync(3);
        await tab.UntilStatusAsync("live");
        await tab.AssertPointsAsync([1, 2, 3]);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task Reads_the_last_entries_of_an_archived_event_before_it_says_that_it_has_ended()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await tab.GoLiveAsync();
        var rejected = 0;
        await tab.Page.RouteAsync("**/api/events/cup/feed*", route =>
        {
            Interlocked.Increment(ref rejected);
            return route.AbortAsync();
        });

        await browser.Context.SetOfflineAsync(true);
        await tab.UntilStatusAsync("offline");
        await admin.ScoreAsync(1);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        var ended = tab.Page.WaitForResponseAsync(response => response.Status == 204);
        await browser.Context.SetOfflineAsync(false);
        await ended;
        var before = Volatile.Read(ref rejected);
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref rejected) >= before + 2), "It gave up.");
        await tab.Page.UnrouteAsync("**/api/events/cup/feed*");

        await tab.UntilAsync("seen.feed.status.code === 'ended' && seen.feed.status.reason === 'event_archived'");
        await tab.AssertPointsAsync([1]);
    }

    [BrowserFact]
    public async Task An_error_of_the_page_is_reported_as_one_and_leaves_the_connection_as_it_is()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.GoLiveAsync();
        await tab.SeeAsync<object>(
            """
            {
              const { set } = Map.prototype;
              Map.prototype.set = function (key, value) {
                if (key === "score/1") throw new Error("A bug.");
                return set.call(this, key, value);
              };
              seen.errors = [];
              addEventListener("error", ({ message }) => seen.errors.push(message));
            }
            """);

        await admin.ScoreAsync(1);
        await admin.ScoreAsync(1, matchId: 2);

        await tab.UntilPointAsync(1, matchId: 2);
        Assert.Contains("A bug.", Assert.Single(await tab.SeeAsync<string[]>("seen.errors")), StringComparison.Ordinal);
        Assert.Equal(["connecting", "live"], (IEnumerable<string>)await tab.SeeAsync<string[]>("seen.statuses.map(status => status.code)"));
    }
}
