using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The display's chooser, and how the display looks to everyone.</summary>
[Collection(InBrowser.Name)]
public sealed class DisplayPageLooksTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(390, "?court=1")]
    [InlineData(1280, "?court=1")]
    [InlineData(1920, "?court=1")]
    [InlineData(390, "?court=all")]
    [InlineData(1280, "?court=all")]
    [InlineData(1920, "?court=all")]
    public async Task Long_names_and_many_sets_fit(int width, string query)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server, team1: DisplayedCup.LongName);
        (int, int)[] five = [(25, 20), (22, 25), (25, 27), (25, 9), (13, 12)];
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", five);
        await DisplayedCup.PlayAsync(admin, 3, "final", [.. five[..4], (13, 15)]);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup" + query, width);
        await Expect(viewed.Page.Locator(".points").First).ToHaveTextAsync("13");

        await DisplayFit.AssertAsync(viewed);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task The_points_are_by_far_the_largest_on_the_screen(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await DisplayedCup.PlayAsync(await DisplayedCup.MakeAsync(server), 1, "inProgress", (11, 9));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup?court=1", width);
        await Expect(viewed.Page.Locator(".points")).ToHaveCountAsync(2);

        var size = await viewed.Page.Locator(".points").First.EvaluateAsync<double>("points => parseFloat(getComputedStyle(points).fontSize)");
        Assert.InRange(size, 0.2 * Math.Min(width, 800), double.MaxValue);
    }

    [BrowserFact]
    public async Task The_chooser_leads_to_one_court_to_several_and_to_all()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await DisplayedCup.MakeAsync(server);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup", ViewedPage.Phone);
        var page = viewed.Page;
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Centre court" })).ToHaveAttributeAsync("href", "?court=1");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "All courts" })).ToHaveAttributeAsync("href", "?court=all");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Plain version" })).ToHaveAttributeAsync("href", "?view=plain");

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Centre court side by side" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Court 3 side by side" }).CheckAsync();
        await page.GetByLabel("Light, for a bright room").CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show 2 courts" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(server.Address, "/display/cup?court=1,3&theme=light").ToString());
        await Expect(page.Locator(".court-name")).ToHaveTextAsync(["Centre court", "Court 3"]);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("?court=1", 390)]
    [InlineData("?court=1&theme=light", 1280)]
    [InlineData("?court=all", 1920)]
    [InlineData("?court=all&theme=light", 390)]
    [InlineData("?court=77", 1280)]
    public async Task Shuts_nobody_out(string query, int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (25, 20), (11, 9));
        await DisplayedCup.PlayAsync(admin, 3, "final", (25, 20), (25, 9), (25, 7));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup" + query, width);
        await Expect(viewed.Page.Locator(".court-name").First).ToBeVisibleAsync();
        await Expect(viewed.Connection).ToHaveTextAsync("Live");

        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }
}
