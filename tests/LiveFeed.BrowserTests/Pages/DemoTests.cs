using System.Globalization;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class DemoTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_demo_plays_by_itself_and_says_that_it_is_simulated()
    {
        await using var server = await LiveFeedServer.StartAsync("Demo:Enabled=true", "Demo:Rally=00:00:00.400");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await viewed.Page.GetByText("Simulated Beach Cup (demo)").ClickAsync();
        await Expect(viewed.Connection).ToHaveTextAsync("Live");
        await Expect(viewed.Page.Locator("h1")).ToContainTextAsync("Simulated");
        var match = viewed.Group("In play").Locator(".match").First;
        var card = viewed.Match(int.Parse(await match.GetAttributeAsync("data-match") ?? "", CultureInfo.InvariantCulture));

        for (var change = 0; change < 3; change++)
            await Expect(card.Locator(".sides")).Not.ToHaveTextAsync(await card.Locator(".sides").TextContentAsync() ?? "");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_demo_has_tables_and_a_bracket_with_results_that_fills_in()
    {
        await using var server = await LiveFeedServer.StartAsync("Demo:Enabled=true", "Demo:Rally=00:00:00.020");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/demo?tables=1");
        await Expect(viewed.Page.Locator(".pool h2")).ToHaveTextAsync(["Women · Pool A", "Women · Pool B"]);
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Brackets" }).ClickAsync();

        await Expect(viewed.Bracket("Men").Locator(".round").First.Locator(".is-winner")).ToHaveCountAsync(4);
        await Expect(viewed.Bracket("Women").Locator(".round").First.Locator(".side:not(.is-open)")).ToHaveCountAsync(4, new() { Timeout = 60_000 });
        // There is always a match with teams whose score anybody can keep.
        Assert.Contains("Hosts", await server.Http.GetStringAsync("/api/events/demo/matches?status=scheduled"));
        await viewed.AssertTidyAsync();
    }
}
