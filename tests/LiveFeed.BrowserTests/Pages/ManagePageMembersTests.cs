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

    /// <summary>A button that moved between the press and the release of a finger would not be clicked.</summary>
    [BrowserTheory]
    [InlineData("Members", "**/api/events/cup/members?limit=100*")]
    [InlineData("Schedule", "**/api/events/cup/stream*")]
    public async Task Buttons_do_not_move_when_the_data_of_a_section_arrives(string section, string held)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage", new View { Width = ViewedPage.Phone });
        var arrived = new TaskCompletionSource();
        await viewed.Page.RouteAsync(held, async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "cup" }).ClickAsync();
        var panel = await viewed.SectionAsync(section);
        var last = panel.Locator(".section-head").GetByRole(AriaRole.Button).Last;
        var before = await last.BoundingBoxAsync();

        arrived.SetResult();
        await Expect(panel.Locator(".section-head .facts")).Not.ToBeEmptyAsync();

        Assert.Equal(before, await last.BoundingBoxAsync(), (one, other) => (one!.X, one.Y) == (other!.X, other.Y));
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
