using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Parts of the event page whose code is loaded when somebody opens them, if it can't be had then.</summary>
[Collection(InBrowser.Name)]
public sealed class LaterCodeTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("tables=1", "event/tables-view.js", "#tables", ".empty", ViewedPage.Phone)]
    [InlineData("brackets=1", "event/brackets-view.js", "#brackets", ".bracket", ViewedPage.Desk)]
    [InlineData("brackets=1", "event/bracket-board.js", "#brackets", ".bracket", ViewedPage.Phone)]
    [InlineData("match=1", "event/open-match.js", "#match", ".versus-side", ViewedPage.Phone)]
    [InlineData("match=1", "event/open-match.js", "#match", ".versus-side", ViewedPage.Desk)]
    [InlineData("match=1", "event/match-extras.js", "#match-extras", ".incident", ViewedPage.Phone)]
    public async Task What_could_not_be_loaded_is_loaded_at_the_button_and_never_at_the_cost_of_what_is_shown(string view, string module, string box, string content, int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 4);
        await BracketCup.PlayAsync(admin, 1, "inProgress", 3, 1, sets: 1);
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches/1/incidents", new { kind = "ace", side = 1 }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", width);
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.RouteAsync($"**/js/{module}", route => route.AbortAsync());

        await viewed.Page.GotoAsync($"/events/cup?{view}");

        var fault = viewed.Page.Locator(box).GetByRole(AriaRole.Alert);
        await Expect(fault).ToContainTextAsync("This part of the page couldn't be loaded.");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        // Without a network the page would be gone.
        await viewed.Page.RouteAsync("**/events/cup?*", route => route.AbortAsync());
        var again = fault.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        await again.ClickAsync();
        await Expect(fault).ToContainTextAsync("The server can't be reached.");
        await Expect(again).ToBeFocusedAsync();

        await viewed.Page.UnrouteAllAsync();
        await again.ClickAsync();

        await Expect(viewed.Page.Locator(box).Locator(content).First).ToBeVisibleAsync();
        await Expect(fault).ToHaveCountAsync(0);
        Assert.EndsWith($"/events/cup?{view}", viewed.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Whoever_has_no_network_leaves_a_match_that_could_not_be_loaded_by_its_link()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?show=upcoming", ViewedPage.Phone);
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.RouteAsync("**/js/event/open-match.js", route => route.AbortAsync());
        await viewed.Match(1).ClickAsync();
        var back = viewed.Page.GetByRole(AriaRole.Link, new() { Name = "All matches" });
        await Expect(back).ToBeFocusedAsync();

        await viewed.Page.UnrouteAllAsync();
        await back.ClickAsync();

        await Expect(viewed.Match(2)).ToBeVisibleAsync();
        Assert.EndsWith("/events/cup?show=upcoming", viewed.Page.Url, StringComparison.Ordinal);
    }
}
