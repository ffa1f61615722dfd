using System.Globalization;
using LiveFeed.BrowserTests.Browser;
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
}
