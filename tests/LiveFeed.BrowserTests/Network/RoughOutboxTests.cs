using LiveFeed.BrowserTests.Client;
using Xunit.Abstractions;

namespace LiveFeed.BrowserTests.Network;

[Collection(OverARoughNetwork.Name)]
public sealed class RoughOutboxTests(RoughCup cup, ITestOutputHelper output)
{
    private const int Match = 2;

    [RoughNetworkFact]
    public async Task Every_point_of_a_scorekeeper_whose_address_changes_is_stored_once_and_in_order()
    {
        await using var browser = await cup.OpenBrowserAsync(output);
        var tab = await browser.TabAsync();
        await tab.OpenOutboxAsync(cup.Admin);
        var points = 0;

        for (var round = 0; round < RoughRounds.Count; round++)
        {
            await TapAsync();
            await UntilOneIsStoredAsync();
            await cup.Network.ChangeAddressAsync(between: TapAsync);
            await tab.UntilItemsAsync("");

            await TapAsync();
            await UntilOneIsStoredAsync();
            await cup.Network.MoveAddressAsync();
            await TapAsync();
            await tab.UntilItemsAsync("");
        }

        Assert.Equal(Enumerable.Range(1, points), await cup.Admin.HistoryAsync(Match));
        // Responses were lost, and not only late.
        Assert.Contains("pending network", await tab.SeeAsync<string[]>("seen.states"));

        async Task TapAsync()
        {
            for (var n = 0; n < 5; n++)
                await tab.WriteAsync(Match, ++points);
        }

        // Its response is on its way then, to an address that the phone loses before it arrives.
        Task UntilOneIsStoredAsync() => Eventually.TrueAsync(async () => (await cup.Admin.HistoryAsync(Match)).Contains(points - 4));
    }
}
