using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class OutboxPauseTests(Chromium chromium)
{
    private const string Scores = "**/api/events/cup/scores**";

    [BrowserTheory]
    [InlineData(429, "application/problem+json", "rate_limited")]
    [InlineData(503, "application/problem+json", "overloaded")]
    [InlineData(502, "text/html", "http_502")]
    [InlineData(403, "text/html", "http_403")]
    public async Task A_rejection_that_passes_is_waited_for_as_long_as_it_asks(int status, string type, string reason)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
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
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await UnavailableOnceAsync(tab, "1728000");

        await tab.WriteAsync(1, 1);
        await tab.UntilAsync("seen.items[0]?.attempts === 1");
        Assert.InRange(await tab.SeeAsync<double>("seen.items[0].retryAt - Date.now()"), 0, 25_000);
        await tab.SeeAsync<object>("{ const { now } = Date; Date.now = () => now() + 25_000; }");

        await tab.UntilAsync("seen.sent.length === 1");
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_clock_that_is_set_right_delays_no_point()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await UnavailableOnceAsync(tab, "2");
        await tab.SeeAsync<object>("{ seen.now = Date.now; Date.now = () => seen.now() + 365 * 86_400_000; }");

        await tab.WriteAsync(1, 1);
        await tab.UntilAsync("seen.items[0]?.attempts === 1");
        await tab.SeeAsync<object>("{ Date.now = seen.now; }");

        await tab.UntilAsync("seen.sent.length === 1");
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_server_that_asks_to_wait_gets_no_point_of_another_match_meanwhile()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        var (isSilent, requests) = (true, 0);
        // One route for both: Playwright may lose a route that is set just after another's removal, while a handler of that is still ending.
        await tab.Page.RouteAsync(Scores, route =>
        {
            if (Volatile.Read(ref isSilent))
                return Task.CompletedTask;
            Interlocked.Increment(ref requests);
            return route.FulfillAsync(new()
            {
                Status = 429,
                ContentType = "application/problem+json",
                Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
                Body = """{"code":"rate_limited","status":429}""",
            });
        });
        for (var match = 1; match <= 4; match++)
            await tab.WriteAsync(match, 1);
        await tab.SeeAsync<object>("seen.outbox.close()");
        Volatile.Write(ref isSilent, false);

        // All four are due, and none has failed before, which would make the pauses longer.
        await tab.OpenOutboxAsync();
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref requests) >= 3));
        Assert.Equal(1, await tab.SeeAsync<int>("seen.items.filter(item => item.reason === 'rate_limited').length"));
        await tab.Page.UnrouteAsync(Scores);

        await tab.UntilItemsAsync("");
        Assert.Equal([1], (IEnumerable<int>)await admin.HistoryAsync(4));
    }

    /// <summary>Rejects the next score as a proxy does whose server is away.</summary>
    private static Task UnavailableOnceAsync(ClientTab tab, string retryAfter) => tab.Page.RouteAsync(Scores, route => route.FulfillAsync(new()
    {
        Status = 503,
        ContentType = "text/html",
        Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        Body = "<p>Back soon.</p>",
    }), new() { Times = 1 });
}
