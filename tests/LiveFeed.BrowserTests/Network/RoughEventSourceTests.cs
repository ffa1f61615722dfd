using LiveFeed.BrowserTests.Client;
using Xunit.Abstractions;

namespace LiveFeed.BrowserTests.Network;

[Collection(OverARoughNetwork.Name)]
public sealed class RoughEventSourceTests(RoughCup cup, ITestOutputHelper output)
{
    private const int Match = 3;

    /// <summary>
    /// The browser's own client can't notice that a connection is dead while the system leaves it open. So here the system doesn't.
    /// </summary>
    [RoughNetworkFact]
    public async Task An_EventSource_whose_connections_end_with_their_address_gets_every_update_once_and_in_order()
    {
        await using var browser = await cup.OpenBrowserAsync(output);
        var tab = await browser.TabAsync();
        await tab.SeeAsync<object>(
            $$"""
            {
              Object.assign(seen, { points: [], opened: 0 });
              const source = new EventSource("/api/events/cup/stream?types=score-update&matches={{Match}}");
              source.onopen = () => seen.opened++;
              source.onmessage = ({ data }) => {
                const { type, sets } = JSON.parse(data);
                seen.points.push(type === "snapshot" ? type : sets[0].team1);
              };
            }
            """);
        await tab.UntilAsync("seen.points.length === 1");
        var points = 0;

        for (var round = 0; round < RoughRounds.Count; round++)
        {
            await ScoreAsync();
            await cup.Network.ChangeAddressAsync(between: EndAndScoreAsync);
            await ScoreAsync();
            await tab.UntilAsync($"seen.points.at(-1) === {points}");

            await ScoreAsync();
            await cup.Network.MoveAddressAsync();
            await EndAndScoreAsync();
            await tab.UntilAsync($"seen.points.at(-1) === {points}");
        }

        string[] expected = ["snapshot", .. Enumerable.Range(1, points).Select(point => $"{point}")];
        Assert.Equal(expected, await tab.SeeAsync<string[]>("seen.points.map(String)"));
        Assert.True(await tab.SeeAsync<int>("seen.opened") > 2 * RoughRounds.Count);

        async Task EndAndScoreAsync()
        {
            await cup.Network.EndConnectionsAsync();
            await ScoreAsync();
        }

        async Task ScoreAsync()
        {
            for (var n = 0; n < 5; n++)
                await cup.Admin.ScoreAsync(++points, Match);
        }
    }
}
