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
    public async Task Does_not_say_live_while_something_passes_on_only_large_pieces_of_the_stream()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await PassStreamsInPiecesAsync(tab);
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("live");
        await tab.SeeAsync<int>("seen.pieces = 1024");

        var before = await tab.SeeAsync<double>("performance.now()");
        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);

        Assert.True(await tab.SeeAsync<double>("performance.now()") - before < 12_000);
        await tab.UntilStatusAsync("polling");
        Assert.Equal("silent", await tab.SeeAsync<string>("seen.feed.status.reason"));
        await admin.ScoreAsync(2);
        await tab.UntilPointAsync(2);
        await tab.AssertPointsAsync([1, 2]);
    }

    [BrowserFact]
    public async Task Does_not_say_live_when_the_connection_is_dead_although_nothing_has_ended_it()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await PassStreamsInPiecesAsync(tab);
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("live");

        await tab.SeeAsync<bool>("(seen.pieces = Infinity) > 0");
        await tab.Page.RouteAsync("**/api/events/cup/**", _ => { });
        var before = await tab.SeeAsync<double>("performance.now()");
        await tab.UntilStatusAsync("reconnecting");
        Assert.True(await tab.SeeAsync<double>("performance.now()") - before < 40_000);
        await admin.ScoreAsync(1);
        await tab.SeeAsync<int>("seen.pieces = 0");
        await tab.Page.UnrouteAsync("**/api/events/cup/**");

        await tab.UntilStatusAsync("live");
        await tab.UntilPointAsync(1);
    }

    [BrowserFact]
    public async Task Compares_a_silent_stream_with_the_feed_only_until_the_first_keep_alive()
    {
        var (server, _) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        var compared = new List<int>();
        tab.Page.Response += (_, response) =>
        {
            if (new Uri(response.Url).AbsolutePath.EndsWith("/feed", StringComparison.Ordinal))
                compared.Add(response.Status);
        };

        await tab.SeeAsync<double>("seen.began = performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync("performance.now() > seen.began + 40_000");

        Assert.Equal([304, 304], (IEnumerable<int>)compared);
        Assert.Equal(["connecting", "live"], (IEnumerable<string>)await tab.SeeAsync<string[]>("seen.statuses.map(status => status.code)"));
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

        await tab.SeeAsync<double>("seen.began = performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync("performance.now() > seen.began + 8_000");
        Assert.InRange(requests, 1, 10);
        await tab.Page.UnrouteAsync("**/api/events/cup/**");

        await tab.UntilStatusAsync("live");
        Assert.True(await tab.SeeAsync<double>("performance.now() - seen.began") < 68_000);
    }

    [BrowserTheory]
    [InlineData("\\n")]
    [InlineData("\\r\\n")]
    [InlineData("\\r")]
    public async Task Reads_a_stream_whatever_its_lines_end_with_and_wherever_it_is_cut(string end)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();

        var blocks = await tab.SeeAsync<string>(
            $$"""
            (async () => {
              const { blocksOf } = await import("/js/client/sse.js");
              const lines = [
                ": welcome", "retry: 2417", "id: a.1", 'data: {"n":"Ö"}', "", "data: one", "data:two", "data", "unknown: x", "",
                ": keep-alive", "event: bye", "data: {}", "", "",
              ];
              const bytes = new TextEncoder().encode("\uFEFF" + lines.join("{{end}}"));
              const results = new Set();
              for (let size = 1; size <= bytes.length; size++) {
                const body = new ReadableStream({
                  start(controller) {
                    for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
                    controller.close();
                  },
                });
                const blocks = [];
                for await (const block of blocksOf(body, () => {})) blocks.push(block);
                results.add(JSON.stringify(blocks));
              }
              return [...results].join(" or ");
            })()
            """);

        Assert.Equal(
            """[{},{"retry":"2417"},{"id":"a.1","data":"{\"n\":\"Ö\"}"},{"data":"one\ntwo\n"},{},{"event":"bye","data":"{}"}]""", blocks);
    }

    [BrowserFact]
    public async Task Polls_if_what_arrives_makes_no_message()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await ReplaceStreamsAsync(tab, "setInterval(() => controller.enqueue(new TextEncoder().encode('<p>Please wait</p>\\n\\n')), 1_000)");

        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");
        await admin.ScoreAsync(1);

        await tab.UntilPointAsync(1);
        Assert.Equal("silent", await tab.SeeAsync<string>("seen.feed.status.reason"));
    }

    [BrowserFact]
    public async Task Waits_longer_and_longer_while_streams_open_and_end_at_once()
    {
        var (server, _) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await ReplaceStreamsAsync(
            tab,
            """
            controller.enqueue(new TextEncoder().encode([
              ": welcome", "retry: 1000", "", "id: a.1", 'data: {"type":"snapshot","entries":[]}', "", "event: bye", 'data: {"code":"internal_error"}', "", "",
            ].join(String.fromCharCode(10))))
            """);

        await tab.SeeAsync<double>("seen.began = performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync("performance.now() > seen.began + 25_000");

        Assert.InRange(await tab.SeeAsync<int>("seen.streams"), 4, 12);
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
    public async Task Opens_a_new_stream_soon_after_the_machine_was_asleep()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.LiveTabAsync();
        var resumed = tab.Page.WaitForRequestAsync(request => request.Url.Contains("/stream", StringComparison.Ordinal));

        // Timers and performance.now() may stand still during sleep. The clock doesn't.
        var woken = await tab.SeeAsync<double>("(seen.now = Date.now, Date.now = () => seen.now() + 3_600_000, performance.now())");

        Assert.NotEmpty((await resumed).Headers["last-event-id"]);
        Assert.True(await tab.SeeAsync<double>("performance.now()") - woken < 5_000);
        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);
        await tab.AssertPointsAsync([1]);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task A_page_that_is_hidden_for_a_minute_has_no_stream_and_resumes_when_it_is_visible()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.LiveTabAsync();

        await tab.SeeAsync<object>(
            """
            {
              const { setTimeout } = window;
              window.setTimeout = (work, time) => setTimeout(work, time === 60_000 ? 100 : time);
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
    public async Task Polls_for_a_reader_who_saves_data()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        await browser.Context.AddInitScriptAsync("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });");
        var tab = await browser.TabAsync();
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");

        await admin.ScoreAsync(1);

        await tab.UntilPointAsync(1);
        Assert.Equal("save_data", await tab.SeeAsync<string>("seen.feed.status.reason"));
        Assert.Equal(0, await server.StreamsAsync());
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

    /// <summary>
    /// Makes streams arrive in pieces whose length is a multiple of <c>seen.pieces</c>, or as they are sent while that is 0 or not set.
    /// </summary>
    private static Task PassStreamsInPiecesAsync(ClientTab tab) => tab.SeeAsync<object>(
        """
        {
          const { fetch } = window;
          window.fetch = async (address, options) => {
            const response = await fetch(address, options);
            if (!/\/stream\b/.test(address)) return response;
            const held = [];
            const body = response.body.pipeThrough(new TransformStream({
              transform(piece, controller) {
                held.push(...piece);
                const enough = seen.pieces ? seen.pieces * Math.floor(held.length / seen.pieces) : held.length;
                if (enough > 0) controller.enqueue(new Uint8Array(held.splice(0, enough)));
              },
            }));
            return new Response(body, { headers: response.headers });
          };
        }
        """);

    /// <summary>Puts a stream of the test's own in place of the server's; <paramref name="start"/> is what happens when it is opened.</summary>
    private static Task ReplaceStreamsAsync(ClientTab tab, string start) => tab.SeeAsync<object>(
        $$"""
        {
          const { fetch } = window;
          seen.streams = 0;
          window.fetch = (address, options) => {
            if (!/\/stream\b/.test(address)) return fetch(address, options);
            seen.streams++;
            const body = new ReadableStream({
              start(controller) {
                options.signal.addEventListener("abort", () => controller.error(options.signal.reason));
                {{start}};
              },
            });
            return Promise.resolve(new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
          };
        }
        """);
}
