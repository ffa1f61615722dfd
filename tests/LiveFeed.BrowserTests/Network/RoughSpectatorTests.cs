using LiveFeed.BrowserTests.Client;
using Xunit.Abstractions;

namespace LiveFeed.BrowserTests.Network;

[Collection(OverARoughNetwork.Name)]
public sealed class RoughSpectatorTests(RoughCup cup, ITestOutputHelper output)
{
    private const int Match = 1;

    [RoughNetworkFact]
    public async Task A_spectator_whose_address_changes_sees_every_update_once_and_in_order()
    {
        await using var browser = await cup.OpenBrowserAsync(output);
        var tab = await browser.TabAsync();
        await tab.GoLiveAsync();
        var points = 0;

        for (var round = 0; round < RoughRounds.Count; round++)
        {
            await ScoreAsync();
            await cup.Network.ChangeAddressAsync(between: ScoreAsync);
            await ScoreAsync();
            await tab.UntilPointAsync(points, Match);

            await ScoreAsync();
            await cup.Network.MoveAddressAsync();
            await ScoreAsync();
            await tab.UntilPointAsync(points, Match);
        }

        Assert.Equal(Enumerable.Range(1, points), await tab.PointsAsync(Match));
        await tab.AssertStateIsTheServersAsync();
        // It has lost its connections, and not only been slow.
        var statuses = await tab.SeeAsync<string[]>("seen.statuses.map(({ code }) => code)");
        output.WriteLine(string.Join(' ', statuses));
        Assert.Contains("offline", statuses);
        Assert.True(statuses.Count(code => code is "reconnecting" or "polling") >= 2 * RoughRounds.Count);

        async Task ScoreAsync()
        {
            for (var n = 0; n < 5; n++)
                await cup.Admin.ScoreAsync(++points, Match);
        }
    }
}
