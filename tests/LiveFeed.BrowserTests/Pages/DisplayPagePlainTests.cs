using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The display in a browser without JavaScript.</summary>
[Collection(InBrowser.Name)]
public sealed class DisplayPagePlainTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task Shows_the_score_and_by_its_own_refresh_the_next_one(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (25, 20), (11, 9));

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup?court=1", new View { Width = width, JavaScript = false });

        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/display/cup?view=plain&court=1").ToString());
        await Expect(viewed.Page.Locator("tr.team")).ToHaveTextAsync(["Gulls111", "Herons09"]);

        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (25, 20), (12, 9));

        await Expect(viewed.Page.Locator("tr.team")).ToHaveTextAsync(["Gulls112", "Herons09"], new() { Timeout = 30_000 });
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Lets_somebody_choose_a_court_by_links_alone()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await DisplayedCup.MakeAsync(server);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup", new View { JavaScript = false });

        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Court 2" }).ClickAsync();

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Court 2");
        await Expect(viewed.Page.Locator(".next .name")).ToHaveTextAsync(["Gulls", "Herons"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("&court=1", 390)]
    [InlineData("&court=1&theme=light", 1280)]
    [InlineData("&court=all", 1920)]
    [InlineData("&court=all&theme=light", 1280)]
    [InlineData("", 390)]
    [InlineData("&theme=light", 1280)]
    public async Task Shuts_nobody_out(string query, int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server, team1: DisplayedCup.LongName);
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (25, 20), (11, 9));
        await DisplayedCup.PlayAsync(admin, 3, "final", (25, 20), (25, 9), (25, 7));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/", width);
        // Otherwise the page would reload itself in the middle of the check.
        await viewed.Page.RouteAsync("**/display/**", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("http-equiv=\"refresh\"", "name=\"refresh\"", StringComparison.Ordinal) });
        });
        await viewed.Page.GotoAsync("/display/cup?view=plain" + query);

        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }
}
