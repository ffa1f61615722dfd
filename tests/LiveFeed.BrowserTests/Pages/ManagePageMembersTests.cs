using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ManagePageMembersTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_member_is_added_by_email_changed_and_removed(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var (admin, jo) = (await server.AdminAsync(), await server.RegisterAsync("Jo Doe"));
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width });
        var panel = await viewed.SectionAsync("Members");
        var row = panel.Locator(".row").Filter(new() { HasText = "Jo Doe" });

        await panel.Button("Add a member").ClickAsync();
        var dialog = viewed.Dialog();
        await dialog.GetByLabel("Email address").FillAsync(jo.Email.ToUpperInvariant());
        await dialog.GetByLabel("Role").SelectOptionAsync("coach");
        await dialog.GetByLabel("Team 3", new() { Exact = true }).CheckAsync();
        await dialog.Button("Add", true).ClickAsync();
        await Expect(row).ToContainTextAsync("Follows Team 3");
        await Expect(row.Locator(".pill")).ToHaveTextAsync("Coach");

        await row.Button("Change").ClickAsync();
        await Expect(dialog.GetByLabel("Team 3", new() { Exact = true })).ToBeCheckedAsync();
        await dialog.GetByLabel("Role").SelectOptionAsync("media");
        await dialog.Button("Save").ClickAsync();
        await Expect(row.Locator(".pill")).ToHaveTextAsync("Scorekeeper");
        Assert.Equal("media", (await admin.GetAsync($"/api/events/cup/members/{jo.Id}")).GetProperty("role").GetString());

        await row.Button("Remove").ClickAsync();
        await viewed.Dialog().Button("Remove", true).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        Assert.Equal(404, (int)(await admin.Http.GetAsync($"/api/events/cup/members/{jo.Id}")).StatusCode);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_missing_account_and_a_last_organizer_are_explained_in_words()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        viewed.Expecting("404");
        viewed.Expecting("409");
        var panel = await viewed.SectionAsync("Members");

        await panel.Button("Add a member").ClickAsync();
        await viewed.Dialog().Button("Add", true).ClickAsync();
        await Expect(viewed.Dialog().GetByText("Fill this in.")).ToBeVisibleAsync();
        await viewed.Dialog().GetByLabel("Email address").FillAsync("nobody@example.org");
        await viewed.Dialog().Button("Add", true).ClickAsync();
        await Expect(viewed.Dialog().GetByRole(AriaRole.Alert)).ToContainTextAsync("Ask them to create one here first");
        await viewed.Page.Keyboard.PressAsync("Escape");

        var row = panel.Locator(".row").Filter(new() { HasText = "(you)" });
        await row.Button("Remove").ClickAsync();
        await viewed.Dialog().Button("Remove", true).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("An event needs an organizer");
        await row.Button("Change").ClickAsync();
        await viewed.Dialog().GetByLabel("Role").SelectOptionAsync("spectator");
        await viewed.Dialog().Button("Save").ClickAsync();
        await Expect(viewed.Dialog().GetByRole(AriaRole.Alert)).ToContainTextAsync("An event needs an organizer");
        await viewed.AssertTidyAsync();
    }
}
