using System.Text.RegularExpressions;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class AccountTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Signing_in_and_out_reaches_every_tab()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        var user = await server.RegisterAsync("Jo Doe");
        await using var one = await ViewedPage.OpenAsync(chromium, server, "/coverage/cup", ViewedPage.Phone);
        await using var two = await one.AnotherTabAsync("/coverage/cup");
        await Expect(one.Page.GetByRole(AriaRole.Link, new() { Name = "Keep score" })).ToBeHiddenAsync();

        await one.SignInAsync(user);

        foreach (var tab in new[] { one, two })
        {
            await Expect(tab.Account.Locator("summary")).ToContainTextAsync("Jo Doe");
            await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Keep score" })).ToBeVisibleAsync();
        }

        await two.SignOutAsync();
        foreach (var tab in new[] { one, two })
        {
            await Expect(tab.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
            await tab.AssertTidyAsync();
        }
    }

    [BrowserFact]
    public async Task The_menu_stays_open_while_the_session_is_renewed()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await viewed.SignInAsync(await server.RegisterAsync("Jo Doe"));
        var (asked, opened) = (new TaskCompletionSource(), new TaskCompletionSource());
        await viewed.Page.RouteAsync("**/api/auth/refresh", async route =>
        {
            asked.SetResult();
            await opened.Task;
            await route.ContinueAsync();
        });
        await viewed.Page.ReloadAsync();
        await asked.Task;

        await viewed.Account.Locator("summary").ClickAsync();
        opened.SetResult();
        await viewed.Page.EvaluateAsync("navigator.locks.request('livefeed:refresh', () => true)");

        await Expect(viewed.Account.Locator("details")).ToHaveJSPropertyAsync("open", true);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_account_can_be_made_by_keyboard_alone()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        var keyboard = viewed.Page.Keyboard;
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Create an account" }).PressAsync("Enter");
        await Expect(viewed.Page.GetByLabel("Name")).ToBeFocusedAsync();

        await keyboard.TypeAsync("Jo");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("jo@example.org");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(LiveFeedServer.Password);
        await keyboard.PressAsync("Enter");

        await Expect(viewed.Account.Locator("summary")).ToContainTextAsync("Jo");
        await Expect(viewed.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_error_is_explained_in_words_at_its_field()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await server.RegisterAsync("Jo");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("401");
        viewed.Expecting("400");
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        var dialog = viewed.Page.GetByRole(AriaRole.Dialog);

        await viewed.SendSignInAsync("jo@example.org", "");
        await Expect(dialog.GetByLabel("Password")).ToHaveAccessibleDescriptionAsync(new Regex("Fill this in\\.$"));
        await Expect(dialog.GetByLabel("Password")).ToBeFocusedAsync();

        await viewed.SendSignInAsync("jo@example.org", "not-the-password");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Wrong email or password.");

        await viewed.SetOfflineAsync(true);
        await viewed.SendSignInAsync("jo@example.org", "not-the-password");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The server can't be reached. Check the connection and try again.");

        await viewed.SetOfflineAsync(false);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create an account" }).ClickAsync();
        await dialog.GetByLabel("Name").FillAsync("Jo");
        await viewed.SendSignInAsync("jo", "a-long-password");
        await Expect(dialog.GetByLabel("Email")).ToHaveAccessibleDescriptionAsync("Give an email address, such as jo@example.org, of at most 254 characters.");
        await viewed.AssertTidyAsync();

        await viewed.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData("account", "Too many attempts with this account, on all its devices together. Try again in 12 seconds, or use an account for each device.")]
    [InlineData("address", "Too many attempts from this network, by everyone on it together. Try again in 12 seconds.")]
    [InlineData("session", "Too many attempts. Try again in 12 seconds.")]
    public async Task Too_many_attempts_are_reported_with_who_shares_the_limit_and_the_time_to_wait(string sharedBy, string expected)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("429");
        await viewed.Page.RouteAsync("**/api/auth/login*", route => route.FulfillAsync(new()
        {
            Status = 429,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "12" },
            Body = $$"""{"status":429,"code":"rate_limited","detail":"Too fast.","sharedBy":"{{sharedBy}}"}""",
        }));
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await viewed.SendSignInAsync("jo@example.org", "a-long-password");

        await Expect(viewed.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(expected);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_response_that_is_cut_off_is_reported_as_no_response()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await viewed.Page.RouteAsync("**/api/auth/login*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"accessToken":"a","expi""" }));
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await viewed.SendSignInAsync("jo@example.org", "a-long-password");

        await Expect(viewed.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The server can't be reached. Check the connection and try again.");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_sign_out_that_a_proxy_rejects_is_reported_and_leaves_the_user_signed_in()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("502");
        await viewed.SignInAsync(await server.RegisterAsync("Jo Doe"));
        await viewed.Page.RouteAsync("**/api/auth/logout", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<p>Not now.</p>" }));

        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("The server can't respond at the moment (502). Try again later.");
        await Expect(viewed.Account.Locator("summary")).ToContainTextAsync("Jo Doe");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_dialog_that_cannot_be_loaded_asks_to_load_the_page_again()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.RouteAsync("**/js/shared/sign-in-dialog.js", route => route.AbortAsync());

        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("Something went wrong on this page. Load it again.");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_password_is_changed_in_the_account_menu_and_other_devices_are_signed_out()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var elsewhere = await server.RegisterAsync("Jo Doe");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("403");
        viewed.Expecting("400");
        await viewed.SignInAsync(elsewhere);
        var dialog = await OpenAccountAsync(viewed);
        await Expect(dialog.Locator(".row")).ToHaveCountAsync(2);
        await Expect(dialog.Locator(".row").First).ToContainTextAsync("This device");

        await ChangeAsync(dialog, "not-the-password", "another-long-password");
        await Expect(dialog.GetByLabel("Current password")).ToHaveAccessibleDescriptionAsync("This is not your password.");
        await ChangeAsync(dialog, LiveFeedServer.Password, "1234567890");
        await Expect(dialog.GetByText("This password is one of those that are tried first.")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await ChangeAsync(dialog, LiveFeedServer.Password, "another-long-password");

        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("Your password is changed. You are signed out everywhere else.");
        await Expect(dialog.Locator(".row")).ToHaveCountAsync(1);
        Assert.Equal(401, (int)(await elsewhere.Http.GetAsync("/api/auth/me")).StatusCode);
        await viewed.Page.Keyboard.PressAsync("Escape");
        await Expect(viewed.Account.Locator("summary")).ToBeFocusedAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Signing_out_everywhere_else_leaves_this_device_signed_in()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var elsewhere = await server.RegisterAsync("Jo Doe");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/", ViewedPage.Phone);
        await viewed.SignInAsync(elsewhere);
        var dialog = await OpenAccountAsync(viewed);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();

        await Expect(dialog.Locator(".row")).ToHaveCountAsync(1);
        Assert.Equal(401, (int)(await elsewhere.Http.GetAsync("/api/auth/me")).StatusCode);
        await viewed.Page.ReloadAsync();
        await Expect((await OpenAccountAsync(viewed)).Locator(".row")).ToHaveCountAsync(1);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task The_dialog_shuts_nobody_out(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/", new View { Width = width, Scheme = scheme });
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await viewed.SendSignInAsync("", "");
        await Expect(viewed.Page.GetByLabel("Email")).ToBeFocusedAsync();

        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    private static async Task<ILocator> OpenAccountAsync(ViewedPage viewed)
    {
        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Password and devices" }).ClickAsync();
        return viewed.Page.GetByRole(AriaRole.Dialog);
    }

    private static async Task ChangeAsync(ILocator dialog, string current, string next)
    {
        await dialog.GetByLabel("Current password").FillAsync(current);
        await dialog.GetByLabel("New password").FillAsync(next);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
    }
}
