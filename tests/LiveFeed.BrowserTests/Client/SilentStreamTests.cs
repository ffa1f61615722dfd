using System.Collections.Concurrent;
using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>Live means live: a stream that says nothing, or is held back, is found out.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class SilentStreamTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Does_not_say_live_while_something_passes_on_only_large_pieces_of_the_stream()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.PassStreamsInPiecesAsync();
        // Comparisons come soon, and silence alone never ends the stream.
        await tab.SetTimersAsync("time === 6_000 ? 2_000 : time === 45_000 ? Infinity : time");
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("live");
        await tab.SeeAsync<int>("seen.pieces = 1024");

        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);

        await tab.UntilStatusAsync("polling");
        Assert.Equal("silent", await tab.SeeAsync<string>("seen.feed.status.reason"));
        await admin.ScoreAsync(2);
        await tab.UntilPointAsync(2);
        await tab.AssertPointsAsync([1, 2]);
    }

    [BrowserFact]
    public async Task Does_not_say_live_when_the_connection_is_dead_although_nothing_has_ended_it()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.PassStreamsInPiecesAsync();
        // Comparisons come soon, and silence alone never ends the stream.
        await tab.SetTimersAsync("time === 6_000 ? 2_000 : time === 45_000 ? Infinity : time");
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("live");

        await tab.SeeAsync<bool>("(seen.pieces = Infinity) > 0");
        await tab.Page.RouteAsync("**/api/events/cup/**", _ => { });
        // Now a keep-alive is overdue.
        await tab.SeeAsync<object>("{ const { now } = Performance.prototype; performance.now = () => now.call(performance) + 20_000; }");
        await tab.UntilStatusAsync("reconnecting");
        await admin.ScoreAsync(1);
        await tab.SeeAsync<int>("seen.pieces = 0");
        await tab.Page.UnrouteAsync("**/api/events/cup/**");

        await tab.UntilStatusAsync("live");
        await tab.UntilPointAsync(1);
    }

    [BrowserFact]
    public async Task Compares_a_silent_stream_with_the_feed_only_until_the_first_keep_alive()
    {
        await using var cup = await ClientCup.OpenAsync(chromium, "Feed:KeepAlive=00:00:05");
        var tab = cup.Tab;
        var compared = new ConcurrentQueue<int>();
        tab.Page.Response += (_, response) =>
        {
            if (new Uri(response.Url).AbsolutePath.EndsWith("/feed", StringComparison.Ordinal))
                compared.Enqueue(response.Status);
        };
        // A third of the usual times, as the server's keep-alive.
        await tab.SetTimersAsync("time === 6_000 ? 2_000 : time === 20_000 ? 7_000 : time");

        await tab.SeeAsync<double>("seen.began = performance.now()");
        await tab.ConnectAsync();
        await tab.UntilAsync("performance.now() > seen.began + 7_000");
        var before = compared.ToArray();
        await tab.UntilAsync("performance.now() > seen.began + 16_000");

        Assert.NotEmpty(before);
        Assert.All(before, status => Assert.Equal(304, status));
        Assert.Equal(before.Length, compared.Count);
        Assert.Equal(["connecting", "live"], (IEnumerable<string>)await tab.SeeAsync<string[]>("seen.statuses.map(status => status.code)"));
    }
}
