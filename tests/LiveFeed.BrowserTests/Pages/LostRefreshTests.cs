using System.Net;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The response that renews a session is late or lost: the browser has only its old cookie, and stays signed in.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class LostRefreshTests(Chromium chromium)
{
    private const string Cookie = "livefeed_refresh";
    private const string Refreshes = "**/api/auth/refresh";

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_that_is_reloaded_while_its_session_is_renewed_stays_signed_in(bool isLost)
    {
        // The default of 30 s is shorter than three reloads on a busy machine.
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: "Jwt:RefreshGrace=00:10:00");
        await using var stopping = server;
        using var http = server.Client();
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("ERR_CONNECTION_RESET");
        var (renewed, arrives) = (0, new TaskCompletionSource());
        await keeper.Page.RouteAsync(Refreshes, async route =>
        {
            if (isLost && arrives.Task.IsCompleted)
            {
                await route.ContinueAsync();
                return;
            }

            // The server renews the session, whatever becomes of the response.
            using var response = await RenewAsync(http, await CookieAsync(keeper.Page));
            Interlocked.Increment(ref renewed);
            if (!isLost)
                await arrives.Task;
            await SendAsync(route, isLost ? null : response);
        });

        for (var reloads = 1; reloads <= 3; reloads++)
        {
            await keeper.Page.ReloadAsync();
            await Expect(keeper.Half(1)).ToBeVisibleAsync();
            await keeper.TapAsync(1);
            await Eventually.TrueAsync(() => Task.FromResult(renewed >= reloads), "The session was not renewed.");
        }

        arrives.SetResult();

        await Eventually.TrueAsync(async () => (await keeper.HistoryAsync()).LastOrDefault() == "3-0", "Not every point was sent.");
        await Expect(keeper.Sync).ToHaveTextAsync("All sent");
        await Expect(keeper.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await keeper.Viewed.AssertTidyAsync();
    }

    /// <summary>Without Web Locks, another tab may renew the session at the same time.</summary>
    [BrowserFact]
    public async Task A_cookie_that_another_tab_has_renewed_twice_meanwhile_is_no_reason_to_sign_in_again()
    {
        await using var server = await LiveFeedServer.StartAsync();
        using var http = server.Client();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("401");
        await viewed.SignInAsync(await server.RegisterAsync("Jo Doe"));
        var renewed = 0;
        await viewed.Page.RouteAsync(Refreshes, async route =>
        {
            if (Interlocked.Increment(ref renewed) > 1)
            {
                await route.ContinueAsync();
                return;
            }

            var late = await CookieAsync(viewed.Page);
            var newest = late;
            foreach (var _ in new[] { "the other tab", "and again" })
            {
                using var response = await RenewAsync(http, newest);
                newest = response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];
            }

            using var superseded = await RenewAsync(http, late);
            Assert.Equal(HttpStatusCode.Unauthorized, superseded.StatusCode);
            await StoreAsync(viewed.Page, newest);
            await SendAsync(route, superseded);
        });

        var isSignedIn = await viewed.Page.EvaluateAsync<bool>("() => import('/livefeed.js').then(({ session }) => session().refresh())");

        Assert.Equal((true, 2), (isSignedIn, renewed));
        await Expect(viewed.Account.Locator("summary")).ToContainTextAsync("Jo Doe");
        await viewed.AssertTidyAsync();
    }

    private static Task<HttpResponseMessage> RenewAsync(HttpClient http, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/refresh") { Content = System.Net.Http.Json.JsonContent.Create(new { }) };
        request.Headers.Add("Cookie", $"{Cookie}={cookie}");
        return http.SendAsync(request);
    }

    private static async Task<string> CookieAsync(IPage page) => (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == Cookie).Value;

    private static async Task StoreAsync(IPage page, string value)
    {
        var cookie = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == Cookie);
        await page.Context.AddCookiesAsync(
        [
            new() { Name = cookie.Name, Value = value, Domain = cookie.Domain, Path = cookie.Path, Expires = cookie.Expires, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite },
        ]);
    }

    /// <summary>Sends a response to the page; null if the connection breaks before it arrives.</summary>
    private static async Task SendAsync(IRoute route, HttpResponseMessage? response)
    {
        try
        {
            if (response is null)
            {
                await route.AbortAsync("connectionreset");
                return;
            }

            // Those that describe the connection would not fit the one to the page.
            var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is "Set-Cookie" or "Content-Type")
                .ToDictionary(header => header.Key, header => string.Join('\n', header.Value));
            await route.FulfillAsync(new() { Status = (int)response.StatusCode, Headers = headers, Body = await response.Content.ReadAsStringAsync() });
        }
        catch (PlaywrightException)
        {
            // The page that asked was reloaded.
        }
    }
}
