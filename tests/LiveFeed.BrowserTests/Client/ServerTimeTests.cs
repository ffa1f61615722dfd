using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class ServerTimeTests(Chromium chromium)
{
    /// <summary>A second, by which the header Date may be late; and what the machine may take meanwhile.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    [BrowserTheory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_device_whose_clock_is_an_hour_wrong_knows_the_servers_time(int hours)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var tab = cup.Tab;
        await tab.SeeAsync<object>($"{{ const now = Date.now; Date.now = () => now() + {hours} * 3_600_000; }}");
        // Until the server has been heard it is the device's own time.
        Assert.InRange(await ErrorAsync(tab), TimeSpan.FromHours(hours) - Tolerance, TimeSpan.FromHours(hours) + Tolerance);

        await tab.GoLiveAsync();

        Assert.InRange(await ErrorAsync(tab), -Tolerance, Tolerance);
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

        Assert.InRange(await ErrorAsync(follower), -Tolerance, Tolerance);
    }

    /// <summary>Returns how far the page's idea of the server's time is ahead. The server has this machine's clock.</summary>
    private static async Task<TimeSpan> ErrorAsync(ClientTab tab) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)await tab.SeeAsync<double>("livefeed.serverNow()")) - TimeProvider.System.GetUtcNow();
}
