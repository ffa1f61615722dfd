using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class InvitationTests(Chromium chromium)
{
    [BrowserFact]
    public async Task An_organizer_makes_a_link_with_which_a_newcomer_registers_and_becomes_scorekeeper()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var organizer = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        var panel = await organizer.SectionAsync("Members");

        await panel.Button("Invite by link").ClickAsync();
        await organizer.Dialog().Button("Make the link").ClickAsync();
        var link = await organizer.Dialog().GetByLabel("Link").InputValueAsync();
        await organizer.AssertAccessibleAsync();
        await organizer.Page.Keyboard.PressAsync("Escape");
        await Expect(panel.Locator(".invitations .row")).ToContainTextAsync("For 1 more person");

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, new Uri(link).PathAndQuery + new Uri(link).Fragment, ViewedPage.Phone);
        await Expect(viewed.Page.GetByText("You are invited to Event cup.")).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByText("Scorekeeper")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in to accept" }).ClickAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Create an account" }).ClickAsync();
        await viewed.Page.GetByLabel("Name").FillAsync("Jo Doe");
        await viewed.SendSignInAsync("jo@example.org", LiveFeedServer.Password);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Accept as Jo Doe" }).ClickAsync();

        await Expect(viewed.Page.GetByText("You are in Event cup now: Scorekeeper.")).ToBeVisibleAsync();
        var jo = await server.SignInAsync("jo@example.org", LiveFeedServer.Password);
        Assert.Equal("media", (await admin.GetAsync($"/api/events/cup/members/{jo.Id}")).GetProperty("role").GetString());
        await viewed.AssertTidyAsync();
        await organizer.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_link_that_was_revoked_says_so()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        var made = await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/invitations", new { role = "media" }));
        await using var organizer = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        var panel = await organizer.SectionAsync("Members");
        await panel.Button("Revoke").ClickAsync();
        await Expect(panel.Locator(".invitations .row")).ToHaveCountAsync(0);

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, new Uri(made.GetProperty("link").GetString()!).PathAndQuery + new Uri(made.GetProperty("link").GetString()!).Fragment);

        viewed.Expecting("404");
        await Expect(viewed.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This invitation was used up or revoked, or it has expired. Ask an organizer for another link.");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Where_a_role_is_given_by_email_the_page_says_that_addresses_are_not_verified()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");

        await (await viewed.SectionAsync("Members")).Button("Add a member").ClickAsync();

        await Expect(viewed.Dialog().GetByText("Addresses aren't verified")).ToBeVisibleAsync();
    }
}
