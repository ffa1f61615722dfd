using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class ConnectPauseTests(Chromium chromium)
{
    [BrowserTheory]
    // Above what a timer can hold, and below.
    [InlineData("2592000")]
    [InlineData("1728000")]
    public async Task A_pause_of_weeks_that_a_proxy_asks_for_is_neither_skipped_nor_kept(string seconds)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var tab = cup.Tab;
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

        // The longest pauses are shorter here, unless they are longer than the library lets them be.
        await tab.SetTimersAsync("time > 12_000 && time <= 25_000 ? time / 10 : time");
        await tab.SeeAsync<double>("seen.began = performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync("performance.now() > seen.began + 3_000");
        Assert.InRange(requests, 1, 10);
        await tab.Page.UnrouteAsync("**/api/events/cup/**");

        await tab.UntilStatusAsync("live");
    }

    [BrowserFact]
    public async Task Waits_longer_and_longer_while_streams_open_and_end_at_once()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var tab = cup.Tab;
        await tab.ReplaceStreamsAsync(
            """
            controller.enqueue(new TextEncoder().encode([
              ": welcome", "retry: 1000", "", "id: a.1", 'data: {"type":"snapshot","entries":[]}', "", "event: bye", 'data: {"code":"internal_error"}', "", "",
            ].join(String.fromCharCode(10))))
            """);

        await tab.SeeAsync<double>("seen.began = performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync("performance.now() > seen.began + 12_000");

        Assert.InRange(await tab.SeeAsync<int>("seen.streams"), 3, 9);
    }
}
