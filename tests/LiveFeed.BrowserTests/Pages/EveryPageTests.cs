using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>What all pages have in common.</summary>
[Collection(InBrowser.Name)]
public sealed class EveryPageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/events/cup")]
    [InlineData("/score")]
    [InlineData("/score/cup")]
    [InlineData("/display/cup")]
    [InlineData("/join")]
    [InlineData("/scorer")]
    [InlineData("/reset")]
    [InlineData("/manage")]
    [InlineData("/manage/cup")]
    [InlineData("/coverage/cup")]
    [InlineData("/rooms")]
    [InlineData("/notifications")]
    [InlineData("/rooms/cup?team=1")]
    [InlineData("/import/cup")]
    [InlineData("/score-sheets/?event=cup")]
    public async Task Is_tidy_and_shuts_nobody_out(string path)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        foreach (var view in new[] { new View { Width = ViewedPage.Phone }, new View { Scheme = ColorScheme.Dark } })
        {
            await using var viewed = await ViewedPage.OpenAsync(chromium, server, path, view);
            await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await viewed.AssertAccessibleAsync();
            await viewed.AssertTidyAsync();
        }
    }

    [BrowserFact]
    public async Task The_bar_leads_from_one_page_of_an_event_to_the_others()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/import/cup");
        var links = viewed.Page.GetByRole(AriaRole.Navigation, new() { Name = "This event" }).GetByRole(AriaRole.Link);

        await Expect(links).ToHaveTextAsync(["Scores", "Coverage", "Display"]);
        await links.GetByText("Coverage").ClickAsync();

        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/coverage/cup").ToString());
        await Expect(links.GetByText("Coverage")).ToHaveAttributeAsync("aria-current", "page");
    }

    [BrowserFact]
    public async Task A_first_visit_is_light()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "No events yet" })).ToBeVisibleAsync();

        Assert.InRange(viewed.Transfer.Bytes, 5_000, 40_000);
        Assert.InRange(viewed.Transfer.Requests, 5, 30);
    }
}
