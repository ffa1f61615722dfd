using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>What the event page shows to people to whom it shows no scores.</summary>
[Collection(InBrowser.Name)]
public sealed class EventGateTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    public async Task A_member_signs_in_where_the_scores_will_be(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("club", visibility: "members");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/club", new View { Width = width, Scheme = scheme });
        viewed.Expecting("401");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "For members" })).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();

        await viewed.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await viewed.SendSignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);

        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        await Expect(viewed.Connection).ToHaveTextAsync("Live");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Who_signs_out_sees_the_members_scores_no_more()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("club", visibility: "members");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/club");
        viewed.Expecting("401");
        await viewed.SignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await viewed.Match(1).ClickAsync();
        await Expect(viewed.Page.Locator("#match")).ToBeVisibleAsync();

        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "For members" })).ToBeVisibleAsync();
        await Expect(viewed.Match(1)).ToBeHiddenAsync();
        await Expect(viewed.Page.Locator("#match")).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_event_that_is_not_there_leads_to_those_that_are()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/none", ViewedPage.Phone);
        viewed.Expecting("404");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "No such event" })).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "All events" }).ClickAsync();

        await Expect(viewed.Page).ToHaveURLAsync(server.Address.ToString());
    }

    [BrowserFact]
    public async Task Who_runs_no_script_is_led_to_the_plain_scoreboard()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", new View { JavaScript = false });

        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "plain scoreboard" }).ClickAsync();

        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/display/cup?view=plain").ToString());
    }
}
