using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class OutboxTests(Chromium chromium)
{
    private const string Scores = "**/api/events/cup/scores**";

    [BrowserFact]
    public async Task Ten_points_scored_without_a_network_arrive_once_and_in_order_when_it_is_back()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await tab.OpenOutboxAsync(admin);

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
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);

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
    public async Task A_score_keeps_everything_that_it_has_while_it_waits_and_when_several_are_sent_together()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { sport = "tennis" }));
        await tab.OpenOutboxAsync(admin);
        await browser.Context.SetOfflineAsync(true);
        await tab.SeeAsync<object>(
            """
            (async () => {
              const sets = [{ team1: 7, team2: 6, tieBreak: { team1: 7, team2: 4 } }, { team1: 1, team2: 0 }];
              await seen.outbox.write({ eventId: "cup", matchId: 1, sets, status: "inProgress", points: { team1: "40", team2: "AD" }, server: 2 });
              await seen.outbox.write({ eventId: "cup", matchId: 1, sets, status: "final", outcome: { kind: "retired", winner: 2, note: "Ankle." }, decider: { kind: "matchTieBreak", team1: 3, team2: 1 } });
            })()
            """);
        await tab.UntilItemsAsync("pending,pending");
        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("");
        var history = (await admin.GetAsync("/api/events/cup/scores/1/history")).GetProperty("items");
        Assert.Equal("""{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}}""", history[1].GetProperty("sets")[0].GetRawText());
        Assert.Equal("""{"points":{"team1":"40","team2":"AD"},"server":2}""", history[1].GetProperty("details").GetRawText());
        Assert.Equal("""{"outcome":{"kind":"retired","winner":2,"note":"Ankle."},"decider":{"kind":"matchTieBreak","team1":3,"team2":1}}""", history[0].GetProperty("details").GetRawText());
    }

    [BrowserFact]
    public async Task Two_tabs_with_one_outbox_send_every_point_once()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, one) = cup;
        await one.OpenOutboxAsync(admin);
        var other = await browser.TabAsync();
        await other.OpenOutboxAsync();
        var sent = 0;
        browser.Context.Request += (_, request) => _ = request.Method == "POST" && request.Url.Contains("/scores", StringComparison.Ordinal)
            ? Interlocked.Add(ref sent, request.PostData!.Split("clientUpdateId").Length - 1) : 0;

        for (var points = 1; points <= 10; points++)
            await (points % 2 == 0 ? one : other).WriteAsync(1, points);

        await Eventually.TrueAsync(async () => (await admin.HistoryAsync()).Length >= 10);
        await one.UntilItemsAsync("");
        await other.UntilItemsAsync("");
        Assert.Equal(10, sent);
        Assert.Equal(Enumerable.Range(1, 10), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_point_whose_response_was_lost_is_stored_once()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
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

    [BrowserFact]
    public async Task A_point_whose_request_gets_no_response_is_sent_again_as_soon_as_there_is_another_network()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        // Time alone never ends a request here.
        await tab.SeeAsync<object>("{ AbortSignal.timeout = () => new AbortController().signal; }");
        var requested = new TaskCompletionSource();
        await tab.Page.RouteAsync(Scores, _ => requested.SetResult(), new() { Times = 1 });

        await tab.WriteAsync(1, 1);
        await requested.Task;
        await tab.SeeAsync<bool>("dispatchEvent(new Event('online'))");

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    /// <summary>A whole set. The rate limit allows 50 requests in 5 s.</summary>
    [BrowserFact]
    public async Task Sixty_points_that_were_scored_without_a_network_arrive_in_two_requests_at_its_return()
    {
        await using var cup = await ClientCup.OpenAsync(chromium, "RateLimits:Enabled=true");
        var (_, admin, browser, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await browser.Context.SetOfflineAsync(true);
        for (var points = 1; points <= 60; points++)
            await tab.WriteAsync(1, points);
        var requests = 0;
        browser.Context.Response += (_, response) => _ = response.Url.Contains("/scores", StringComparison.Ordinal) ? Interlocked.Increment(ref requests) : 0;

        await browser.Context.SetOfflineAsync(false);

        await Eventually.TrueAsync(async () => await tab.SeeAsync<int>("seen.sent.length") == 60, "They did not arrive.");
        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 60), await admin.HistoryAsync());
        Assert.InRange(requests, 1, 2);
    }
}
