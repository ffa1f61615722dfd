using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InBrowser.Name)]
public sealed class OutboxTests(Chromium chromium)
{
    private const string Scores = "**/api/events/cup/scores";

    [BrowserFact]
    public async Task Ten_points_scored_without_a_network_arrive_once_and_in_order_when_it_is_back()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);

        await browser.Context.SetOfflineAsync(true);
        for (var points = 1; points <= 10; points++)
            await tab.WriteAsync(1, points);
        await tab.UntilItemsAsync(string.Join(',', Enumerable.Repeat("pending", 10)));
        await tab.UntilAsync("seen.items[0].reason === 'network'");
        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 10), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task Points_scored_while_the_server_restarts_arrive_although_nobody_says_that_it_is_back()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);

        await server.RestartAsync(whileDown: async () =>
        {
            await tab.WriteAsync(1, 1);
            await tab.WriteAsync(2, 1);
            await tab.WriteAsync(1, 2);
            await tab.UntilAsync("seen.items[0]?.attempts >= 2");
        });

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 2), await admin.HistoryAsync());
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync(2));
    }

    [BrowserFact]
    public async Task What_is_pending_outlives_a_reload()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
        for (var points = 1; points <= 3; points++)
            await tab.WriteAsync(1, points);

        await tab.LoadAsync();
        await tab.OpenOutboxAsync();
        await tab.UntilItemsAsync("pending,pending,pending");
        await tab.Page.UnrouteAsync(Scores);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 3), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_database_connection_that_has_died_without_a_word_costs_no_point()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.WriteAsync(1, 1);
        await tab.UntilItemsAsync("");

        // As on a phone that was in the background: connections of before throw, with no event before, and new ones work.
        await tab.SeeAsync<object>(
            """
            {
              const { transaction } = IDBDatabase.prototype;
              const { open } = IDBFactory.prototype;
              const fresh = new WeakSet();
              IDBFactory.prototype.open = function (...values) {
                const request = open.apply(this, values);
                request.addEventListener("success", () => fresh.add(request.result));
                return request;
              };
              IDBDatabase.prototype.transaction = function (...values) {
                if (!fresh.has(this)) throw new DOMException("The connection is closing.", "InvalidStateError");
                return transaction.apply(this, values);
              };
            }
            """);
        for (var points = 2; points <= 4; points++)
            await tab.WriteAsync(1, points);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 4), await admin.HistoryAsync());
    }

    [BrowserTheory]
    [InlineData("IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); }")]
    [InlineData("IDBFactory.prototype.open = () => { throw new DOMException('Denied.', 'SecurityError'); }")]
    public async Task What_the_device_cannot_store_is_sent_from_memory_in_order_and_marked(string refusal)
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.SignInAsync(admin.Email);
        await tab.SeeAsync<object>($"{{ {refusal}; }}");
        await tab.OpenOutboxAsync();

        await browser.Context.SetOfflineAsync(true);
        for (var points = 1; points <= 3; points++)
            await tab.WriteAsync(1, points);
        await tab.UntilItemsAsync("pending,pending,pending");
        Assert.Equal([false, false, false], (IEnumerable<bool>)await tab.SeeAsync<bool[]>("seen.items.map(item => item.isStored)"));
        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 3), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task What_was_held_in_memory_is_stored_once_there_is_room_again()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
        await tab.SeeAsync<object>(
            "{ seen.add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); }; }");
        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);
        await tab.SeeAsync<object>("{ IDBObjectStore.prototype.add = seen.add; }");
        await tab.WriteAsync(1, 3);

        await tab.LoadAsync();
        await tab.OpenOutboxAsync();
        await tab.UntilItemsAsync("pending,pending,pending");
        await tab.Page.UnrouteAsync(Scores);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 3), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task Two_tabs_with_one_outbox_send_every_point_once()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var (one, other) = (await ScorerAsync(browser, admin), await browser.TabAsync());
        await other.OpenOutboxAsync();
        var requests = 0;
        browser.Context.Request += (_, request) => _ = request.Method == "POST" && request.Url.EndsWith("/scores", StringComparison.Ordinal)
            ? Interlocked.Increment(ref requests) : 0;

        for (var points = 1; points <= 10; points++)
            await (points % 2 == 0 ? one : other).WriteAsync(1, points);

        await Eventually.TrueAsync(async () => (await admin.HistoryAsync()).Length >= 10);
        await one.UntilItemsAsync("");
        await other.UntilItemsAsync("");
        Assert.Equal(10, requests);
        Assert.Equal(Enumerable.Range(1, 10), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_point_whose_response_was_lost_is_stored_once()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.Page.RouteAsync(Scores, async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 2), await admin.HistoryAsync());
    }

    [BrowserTheory]
    [InlineData(429, "application/problem+json", "rate_limited")]
    [InlineData(503, "application/problem+json", "overloaded")]
    [InlineData(502, "text/html", "http_502")]
    [InlineData(403, "text/html", "http_403")]
    public async Task A_rejection_that_passes_is_waited_for_as_long_as_it_asks(int status, string type, string reason)
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.Page.RouteAsync(Scores, route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = type,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "3" },
            Body = $$"""{"code":"{{reason}}","status":{{status}}}""",
        }), new() { Times = 1 });

        var before = await tab.SeeAsync<double>("Date.now()");
        await tab.WriteAsync(1, 1);
        await tab.UntilAsync("seen.sent.length === 1");
        Assert.Contains($"pending {reason}", await tab.SeeAsync<string[]>("seen.states"));
        Assert.True(await tab.SeeAsync<double>("Date.now()") - before >= 3_000);
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_point_is_sent_within_half_a_minute_whatever_pause_was_asked_for()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await UnavailableOnceAsync(tab, "1728000");

        var before = await tab.SeeAsync<double>("performance.now()");
        await tab.WriteAsync(1, 1);

        await tab.UntilAsync("seen.sent.length === 1");
        Assert.True(await tab.SeeAsync<double>("performance.now()") - before < 30_000);
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_clock_that_is_set_right_delays_no_point()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await UnavailableOnceAsync(tab, "2");
        await tab.SeeAsync<object>("{ seen.now = Date.now; Date.now = () => seen.now() + 365 * 86_400_000; }");

        var before = await tab.SeeAsync<double>("performance.now()");
        await tab.WriteAsync(1, 1);
        await tab.UntilAsync("seen.items[0]?.attempts === 1");
        await tab.SeeAsync<object>("{ Date.now = seen.now; }");

        await tab.UntilAsync("seen.sent.length === 1");
        Assert.True(await tab.SeeAsync<double>("performance.now()") - before < 30_000);
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_score_that_a_later_one_has_overtaken_is_shown_and_kept_as_a_conflict()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await browser.Context.SetOfflineAsync(true);
        await tab.WriteAsync(1, 5);
        await admin.ScoreAsync(9);

        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("stale");
        Assert.Equal(9, await tab.SeeAsync<int>("seen.items[0].current.sets[0].team1"));
        Assert.Equal(5, ServerSide.Points((await admin.GetAsync("/api/events/cup/scores/conflicts")).GetProperty("items")[0]));

        // Later writes are newer, and are not held back.
        await tab.WriteAsync(1, 10);
        await tab.UntilAsync("seen.sent.length === 1");
        await tab.SeeAsync<object>("seen.outbox.discard(seen.items[0].number)");
        await tab.UntilItemsAsync("");
        Assert.Equal([9, 10], (IEnumerable<int>)await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_lost_claim_holds_everything_back_until_it_is_taken_again()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);
        await tab.WriteAsync(2, 1);

        // Writes to another match continue.
        await tab.UntilItemsAsync("claim-needed,pending");
        Assert.Equal("claim_required", await tab.SeeAsync<string>("seen.items[0].reason"));
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync(2));

        await admin.ClaimAsync("cup", 1);
        await tab.SeeAsync<object>("seen.outbox.retry(seen.items[0].number)");
        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 2), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_claim_that_another_holds_is_shown_with_who_holds_it()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        var other = await server.RegisterAsync("Olga");
        await admin.AddMemberAsync("cup", other.Id);
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await other.ClaimAsync("cup", 1);

        await tab.WriteAsync(1, 1);

        await tab.UntilItemsAsync("claim-held");
        Assert.Equal("Olga", await tab.SeeAsync<string>("seen.items[0].holder.name"));
        Assert.True(await tab.SeeAsync<bool>("Date.parse(seen.items[0].expiresAt) > Date.now()"));
    }

    [BrowserFact]
    public async Task A_score_that_cannot_be_is_shown_with_why_and_holds_nothing_back()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);

        await tab.WriteAsync(1, -1);
        await tab.WriteAsync(1, 1);

        await tab.UntilItemsAsync("refused");
        Assert.Equal("invalid_score", await tab.SeeAsync<string>("seen.items[0].reason"));
        Assert.False(string.IsNullOrEmpty(await tab.SeeAsync<string>("seen.items[0].detail")));
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_token_that_is_rejected_is_replaced_without_a_word()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.Page.RouteAsync(Scores, route => route.FulfillAsync(new()
        {
            Status = 401,
            ContentType = "application/problem+json",
            Body = """{"code":"token_expired","status":401}""",
        }), new() { Times = 1 });
        var refreshed = tab.Page.WaitForResponseAsync("**/api/auth/refresh");

        await tab.WriteAsync(1, 1);

        Assert.True((await refreshed).Ok);
        await tab.UntilItemsAsync("");
        Assert.Equal("pending", await tab.SeeAsync<string>("seen.sent[0].item.state"));
    }

    [BrowserFact]
    public async Task What_one_user_left_waits_for_that_user_and_holds_no_other_back()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        var other = await server.RegisterAsync("Olga");
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
        await tab.WriteAsync(1, 1);
        await browser.Context.ClearCookiesAsync();
        await tab.LoadAsync();
        await tab.Page.UnrouteAsync(Scores);
        await tab.OpenOutboxAsync();
        await tab.UntilItemsAsync("sign-in-needed");
        Assert.Equal("token_required", await tab.SeeAsync<string>("seen.items[0].reason"));

        // Nobody's points are sent under another's name, on a device that many use.
        await tab.SignInAsync(other.Email);
        await tab.SeeAsync<object>("seen.outbox.retry(seen.items[0].number)");
        await tab.UntilAsync("seen.items[0].reason === 'another_user'");
        await tab.UntilItemsAsync("sign-in-needed");

        // And nobody has to wait until somebody else comes back.
        await admin.AddMemberAsync("cup", other.Id);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await other.ClaimAsync("cup", 1);
        await tab.WriteAsync(1, 7);
        await tab.UntilAsync("seen.sent.length === 1");

        await Expect.SuccessAsync(await other.DeleteAsync("/api/events/cup/claims/1"));
        await admin.ClaimAsync("cup", 1);
        await tab.SignInAsync(admin.Email);
        await tab.UntilItemsAsync("stale");
        Assert.Equal([7], (IEnumerable<int>)await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_session_that_is_over_goes_on_where_it_stopped_after_a_sign_in_in_another_tab()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await ScorerAsync(browser, admin);
        await browser.Context.ClearCookiesAsync();
        await tab.LoadAsync();
        await tab.OpenOutboxAsync();
        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);
        await tab.UntilItemsAsync("sign-in-needed,pending");

        await (await browser.TabAsync()).SignInAsync(admin.Email);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 2), await admin.HistoryAsync());
    }

    /// <summary>Rejects the next score as a proxy does whose server is away.</summary>
    private static Task UnavailableOnceAsync(ClientTab tab, string retryAfter) => tab.Page.RouteAsync(Scores, route => route.FulfillAsync(new()
    {
        Status = 503,
        ContentType = "text/html",
        Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        Body = "<p>Back soon.</p>",
    }), new() { Times = 1 });

    /// <summary>Opens a tab with an outbox, in which the holder of all claims is signed in.</summary>
    private static async Task<ClientTab> ScorerAsync(ClientBrowser browser, ApiUser scorer)
    {
        var tab = await browser.TabAsync();
        await tab.SignInAsync(scorer.Email);
        await tab.OpenOutboxAsync();
        return tab;
    }
}
