using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>A page whose session is over, or won't last, says so and offers to sign in.</summary>
[Collection(InBrowser.Name)]
public sealed class SessionOverTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_list_of_events_to_manage_asks_to_sign_in_again_and_then_shows_them()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage");
        await Expect(viewed.Page.Locator(".managed .row")).ToHaveCountAsync(1);

        await viewed.LoseSessionAsync();

        await Expect(viewed.Dialog().GetByText("Your session is over. Sign in again to go on.")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.SendSignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await Expect(viewed.Page.Locator(".managed .row")).ToHaveCountAsync(1);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_change_in_a_session_that_was_ended_elsewhere_is_made_after_signing_in_again()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        viewed.Expecting("401");
        var panel = await viewed.SectionAsync("Settings");
        await panel.GetByLabel("Name").FillAsync("Winter Cup");
        await Testing.Expect.SuccessAsync(await admin.DeleteAsync("/api/auth/sessions"));

        await panel.Button("Save changes").ClickAsync();
        await Expect(viewed.Dialog().GetByText("Your session is over. Sign in again to go on.")).ToBeVisibleAsync();
        await viewed.SendSignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);

        await Expect(viewed.Page.Locator(".toast").First).ToBeVisibleAsync();
        Assert.Equal("Winter Cup", (await admin.GetAsync("/api/events/cup")).GetProperty("name").GetString());
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("/coverage/cup", "Saved to your account.")]
    [InlineData("/import/cup", "Download the export")]
    public async Task A_page_that_needs_its_user_asks_to_sign_in_again_and_then_goes_on(string path, string sign)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, path);
        await Expect(viewed.Page.GetByText(sign).First).ToBeVisibleAsync();

        await viewed.LoseSessionAsync();

        await Expect(viewed.Dialog().GetByText("Your session is over. Sign in again to go on.")).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByText(sign)).ToBeHiddenAsync();
        await viewed.SendSignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await Expect(viewed.Page.GetByText(sign).First).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_gate_of_a_members_event_says_that_the_session_is_over_and_opens_after_signing_in_again()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("club", visibility: "members");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/club");
        viewed.Expecting("401");
        await viewed.SignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await Expect(viewed.Match(1)).ToBeVisibleAsync();

        await viewed.LoseSessionAsync();
        await viewed.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(viewed.Dialog().GetByText("Your session is over. Sign in again to go on.")).ToBeVisibleAsync();
        await viewed.SendSignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_session_that_is_over_leaves_public_pages_as_they_are_but_for_the_button_to_sign_in()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await viewed.SignInAsync(await server.RegisterAsync("Jo Doe"));

        await viewed.LoseSessionAsync();

        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Event cup" })).ToBeVisibleAsync();
        await Expect(viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_plain_http_the_dialog_says_at_once_that_the_session_ends_with_the_page_unless_it_lasts(bool lasts)
    {
        await using var server = await LiveFeedServer.StartAsync($"Auth:AllowInsecureCookies={lasts}");
        var user = await server.RegisterAsync("Jo Doe");
        await using var context = await chromium.Browser.NewContextAsync(new View().Context(new Uri($"http://hall.example:{server.Address.Port}")));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        var note = page.GetByRole(AriaRole.Dialog).GetByText("This address is not secure (http)");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Email").FillAsync(user.Email);
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Password").FillAsync(LiveFeedServer.Password);
        if (lasts)
            await Expect(note).ToBeHiddenAsync();
        else
            await Expect(note).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).Locator("button.primary").ClickAsync();
        await Expect(page.Locator(".account summary")).ToContainTextAsync("Jo Doe");
        if (!lasts)
            return;
        await page.ReloadAsync();
        await page.Locator(".account summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Password and devices" }).ClickAsync();
        await Expect(page.GetByText("This device")).ToBeVisibleAsync();
    }
}
