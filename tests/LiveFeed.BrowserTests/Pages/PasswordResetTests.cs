using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class PasswordResetTests(Chromium chromium)
{
    private const string Next = "another-long-password";

    [BrowserFact]
    public async Task Somebody_who_forgot_a_password_gets_a_link_from_an_administrator_and_signs_in_with_a_new_one()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var jo = await server.RegisterAsync("Jo Doe");
        await using var administrator = await ViewedPage.OpenAsync(chromium, server, "/");
        administrator.Expecting("404");
        await administrator.SignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await administrator.Account.Locator("summary").ClickAsync();
        await administrator.Account.GetByRole(AriaRole.Button, new() { Name = "Password and devices" }).ClickAsync();
        var dialog = administrator.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Email").FillAsync("nobody@example.org");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("There is no account with this email address.");
        await dialog.GetByLabel("Email").FillAsync(jo.Email);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = new Uri(await dialog.GetByLabel("Link").InputValueAsync());
        await administrator.AssertAccessibleAsync();

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, link.PathAndQuery + link.Fragment, ViewedPage.Phone);
        await viewed.Page.GetByLabel("New password").FillAsync("1234567890");
        viewed.Expecting("400");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(viewed.Page.Locator("form")).ToContainTextAsync("This password is one of those that are tried first.");
        await viewed.AssertAccessibleAsync();
        await viewed.Page.GetByLabel("New password").FillAsync(Next);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(viewed.Page.GetByText("Your password is changed.")).ToBeVisibleAsync();
        await viewed.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await viewed.SendSignInAsync(jo.Email, Next);
        await Expect(viewed.Account.Locator("summary")).ToBeVisibleAsync();

        await viewed.Page.GotoAsync("/");
        await viewed.Page.GotoAsync(link.PathAndQuery + link.Fragment);
        viewed.Expecting("404");
        await viewed.Page.GetByLabel("New password").FillAsync("a-third-long-password");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This link was used");
        await viewed.AssertTidyAsync();
        await administrator.AssertTidyAsync();
    }
}
