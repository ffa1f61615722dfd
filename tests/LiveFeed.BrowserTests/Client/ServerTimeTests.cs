using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class ServerTimeTests(Chromium chromium)
{
    /// <summary>A second, by which the header Date may be late; and what the machine may take meanwhile.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    [BrowserTheory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_device_whose_clock_is_an_hour_wrong_knows_the_servers_time(int hours)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var tab = cup.Tab;
        await tab.SeeAsync<object>($"{{ const now = Date.now; Date.now = () => now() + {hours} * 3_600_000; }}");
        // Until the server has been heard it is the device's own time.
        await AssertAheadAsync(tab, TimeSpan.FromHours(hours));

        await tab.GoLiveAsync();

        await AssertAheadAsync(tab, TimeSpan.Zero);
    }

    [BrowserFact]
    public async Task A_tab_that_has_no_connection_of_its_own_learns_it_from_the_one_that_has()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, _, browser, tab) = cup;
        await tab.GoLiveAsync();

        var follower = await browser.TabAsync();
        await follower.SeeAsync<object>("{ const now = Date.now; Date.now = () => now() + 3_600_000; }");
        await follower.GoLiveAsync();

        await AssertAheadAsync(follower, TimeSpan.Zero);
    }

    [BrowserFact]
    public async Task A_reader_that_polls_learns_it_from_the_entries_too()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);

        var ahead = await cup.Tab.SeeAsync<double>(
            """
            (async () => {
              const { poll } = await import("/js/client/poll.js");
              const at = new Date(Date.now() + 3_600_000).toISOString();
              window.fetch = async () => new Response(JSON.stringify({ cursor: "1.1", entries: [{ type: "score-update", at }], more: false }));
              await poll("/feed", 0, new AbortController().signal);
              return livefeed.serverNow() - Date.now();
            })()
            """);

        Assert.InRange(TimeSpan.FromMilliseconds(ahead), TimeSpan.FromHours(1) - Tolerance, TimeSpan.FromHours(1) + Tolerance);
    }

    /// <summary>Asserts how far the page's idea of the server's time is ahead. The server has this machine's clock, which goes on while the page is asked.</summary>
    private static async Task AssertAheadAsync(ClientTab tab, TimeSpan ahead)
    {
        var before = TimeProvider.System.GetUtcNow();
        var seen = DateTimeOffset.FromUnixTimeMilliseconds((long)await tab.SeeAsync<double>("livefeed.serverNow()"));
        var after = TimeProvider.System.GetUtcNow();
        Assert.InRange(seen, before + ahead - Tolerance, after + ahead + Tolerance);
    }
}
