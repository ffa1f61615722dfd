using System.Diagnostics;
using Xunit.Abstractions;

namespace LiveFeed.BrowserTests.Network;

/// <summary>What the other tests over it rely on: that it is rough.</summary>
[Collection(OverARoughNetwork.Name)]
public sealed class RoughNetworkTests(RoughCup cup, ITestOutputHelper output)
{
    [RoughNetworkFact]
    public async Task Every_request_takes_at_least_400_ms_and_packets_of_both_directions_are_lost()
    {
        await using var browser = await cup.OpenBrowserAsync(output);
        var tab = await browser.TabAsync();
        var (there, back) = (cup.Network.Link.There, cup.Network.Link.Back);
        var shortest = TimeSpan.MaxValue;

        await Eventually.TrueAsync(async () =>
        {
            var began = Stopwatch.GetTimestamp();
            Assert.Equal(200, await tab.SeeAsync<int>("fetch('/health/live', { cache: 'no-store' }).then(({ status }) => status)"));
            var took = Stopwatch.GetElapsedTime(began);
            shortest = took < shortest ? took : shortest;
            return there.Lost > 0 && back.Lost > 0;
        }, "No packet was lost.");

        output.WriteLine($"Shortest {shortest}. To the server: {there}. To the browser: {back}.");
        Assert.True(shortest >= TimeSpan.FromMilliseconds(400), $"A request took only {shortest}.");
        // What the browser, the server and this machine took is not in these.
        Assert.True(there.ShortestDelay >= TimeSpan.FromMilliseconds(200), $"A packet to the server was there after {there.ShortestDelay}.");
        Assert.True(back.ShortestDelay >= TimeSpan.FromMilliseconds(200), $"A packet to the browser was there after {back.ShortestDelay}.");
    }
}
