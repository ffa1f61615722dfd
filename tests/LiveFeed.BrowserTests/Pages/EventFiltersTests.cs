using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The filters and the order of the list on the event page.</summary>
[Collection(InBrowser.Name)]
public sealed class EventFiltersTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Filters_stay_in_the_address_and_the_title_and_go_back_step_by_step(int width)
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?x=1", width);
        await ListsAsync(viewed, 1, 2, 3, 4);

        await Chip(viewed, "In play").ClickAsync();
        await ListsAsync(viewed, 1, 2);
        await Expect(viewed.Page).ToHaveURLAsync(Address(server, "?show=live"));
        await Expect(viewed.Page).ToHaveTitleAsync("In play – Event cup – LiveFeed");

        if (width == ViewedPage.Phone)
            await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).ClickAsync();
        await viewed.Page.GetByLabel("Division").SelectOptionAsync("Two");
        await ListsAsync(viewed, 1);
        await Expect(viewed.Page).ToHaveURLAsync(Address(server, "?show=live&division=2"));
        await Expect(viewed.Page).ToHaveTitleAsync("In play, Two – Event cup – LiveFeed");
        await Expect(Chip(viewed, "All")).ToHaveTextAsync("All 2");

        await viewed.Page.GoBackAsync();
        await ListsAsync(viewed, 1, 2);
        await Expect(viewed.Page.GetByLabel("Division")).ToHaveValueAsync("");
        await viewed.Page.GoBackAsync();
        await ListsAsync(viewed, 1, 2, 3, 4);
        await Expect(Chip(viewed, "All")).ToHaveAttributeAsync("aria-pressed", "true");
        await viewed.Page.GoForwardAsync();
        await ListsAsync(viewed, 1, 2);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task A_link_shares_the_view(int width, ColorScheme scheme)
    {
        await using var server = await StartAsync();

        await using var viewed = await ViewedPage.OpenAsync(
            chromium, server, "/events/cup?show=live&division=1&team=T%C3%89AM%203&by=court", new View { Width = width, Scheme = scheme });

        await ListsAsync(viewed, 2);
        await Expect(viewed.Group("Court 1")).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByLabel("Find a team")).ToHaveValueAsync("TÉAM 3");
        await Expect(viewed.Page.GetByLabel("Division")).ToHaveValueAsync("1");
        await Expect(viewed.Page.GetByLabel("Arranged by")).ToHaveValueAsync("court");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Searching_is_one_step_of_the_browsers_history_at_most()
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        await ListsAsync(viewed, 1, 2, 3, 4);
        var before = await viewed.Page.EvaluateAsync<int>("history.length");

        await viewed.Page.GetByLabel("Find a team").PressSequentiallyAsync("team 7");

        await ListsAsync(viewed, 4);
        await Expect(viewed.Page).ToHaveURLAsync(Address(server, "?team=team+7"));
        Assert.Equal(before, await viewed.Page.EvaluateAsync<int>("history.length"));
    }

    [BrowserFact]
    public async Task A_view_without_a_match_offers_to_clear_its_filters()
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?court=99&team=nobody", ViewedPage.Phone);
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "No match fits" })).ToBeVisibleAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();

        await ListsAsync(viewed, 1, 2, 3, 4);
        await Expect(viewed.Page).ToHaveURLAsync(Address(server, ""));
        await Expect(viewed.Page.GetByLabel("Find a team")).ToHaveValueAsync("");
        await Expect(Chip(viewed, "All")).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Favourite_teams_stay_in_this_browser_and_in_all_its_tabs(int width)
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?mine=1", width);
        await using var other = await viewed.AnotherTabAsync("/events/cup?mine=1");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Follow your teams" })).ToBeVisibleAsync();

        await viewed.Page.GetByLabel("Find a team").FillAsync("team 5");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Team 5" }).ClickAsync();

        await ListsAsync(viewed, 3);
        await ListsAsync(other, 3);
        await Expect(viewed.Match(3).Locator(".is-mine")).ToHaveTextAsync("Team 5");
        await viewed.AssertAccessibleAsync();
        await viewed.Page.ReloadAsync();
        await ListsAsync(viewed, 3);

        // Another event has other teams, though with the same ids.
        await (await server.AdminAsync()).CreateEventAsync("other");
        await viewed.Page.GotoAsync("/events/other?mine=1");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Follow your teams" })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_row_that_moves_keeps_the_focus()
    {
        await using var server = await StartAsync();
        var admin = await server.AdminAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        var link = viewed.Match(1).GetByRole(AriaRole.Link);
        await link.FocusAsync();

        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 21, 15, "final"));

        await Expect(viewed.Group("Finished").Locator("[data-match='1']")).ToBeVisibleAsync();
        await Expect(link).ToBeFocusedAsync();
    }

    /// <summary>Starts a server with four matches. The first two are in play; those with odd ids are in division Two.</summary>
    private static async Task<LiveFeedServer> StartAsync()
    {
        var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        foreach (var match in new[] { 1, 2 })
        {
            await admin.ClaimAsync("cup", match);
            await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 4, 2));
        }

        return server;
    }

    private static async Task ListsAsync(ViewedPage viewed, params int[] matches)
    {
        await Expect(viewed.Page.Locator("[data-match]")).ToHaveCountAsync(matches.Length);
        foreach (var match in matches)
            await Expect(viewed.Match(match)).ToBeVisibleAsync();
    }

    private static ILocator Chip(ViewedPage viewed, string name) =>
        viewed.Page.GetByRole(AriaRole.Group, new() { Name = "Which matches" }).GetByRole(AriaRole.Button, new() { Name = name });

    private static string Address(LiveFeedServer server, string query) => new Uri(server.Address, "/events/cup" + query).ToString();
}
