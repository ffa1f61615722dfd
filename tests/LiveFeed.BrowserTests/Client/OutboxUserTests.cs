using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class OutboxUserTests(Chromium chromium)
{
    private const string Scores = "**/api/events/cup/scores**";

    [BrowserFact]
    public async Task A_token_that_is_rejected_is_replaced_without_a_word()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.Page.RouteAsync(Scores, route => route.FulfillAsync(new()
        {
            Status = 401,
            ContentType = "application/problem+json",
            Body = """{"code":"token_expired","status":401}""",
        }), new() { Times = 1 });
        var refreshed = tab.Page.WaitForResponseAsync("**/api/auth/refresh");

        await tab.WriteAsync(1, 1);

        Assert.True((await refreshed).Ok);
        await tab.UntilItemsAsync("");
        Assert.Equal("pending", await tab.SeeAsync<string>("seen.sent[0].item.state"));
    }

    [BrowserFact]
    public async Task What_one_user_left_waits_for_that_user_and_holds_no_other_back()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, browser, tab) = cup;
        var other = await server.RegisterAsync("Olga");
        await tab.OpenOutboxAsync(admin);
        await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
        await tab.WriteAsync(1, 1);
        await browser.Context.ClearCookiesAsync();
        await tab.LoadAsync();
        await tab.Page.UnrouteAsync(Scores);
        await tab.OpenOutboxAsync();
        await tab.UntilItemsAsync("sign-in-needed");
        Assert.Equal("token_required", await tab.SeeAsync<string>("seen.items[0].reason"));

        // Nobody's points are sent under another's name, on a device that many use.
        await tab.SignInAsync(other.Email);
        await tab.SeeAsync<object>("seen.outbox.retry(seen.items[0].number)");
        await tab.UntilAsync("seen.items[0].reason === 'another_user'");
        await tab.UntilItemsAsync("sign-in-needed");

        // And nobody has to wait until somebody else comes back.
        await admin.AddMemberAsync("cup", other.Id);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await other.ClaimAsync("cup", 1);
        await tab.WriteAsync(1, 7);
        await tab.UntilAsync("seen.sent.length === 1");

        await Expect.SuccessAsync(await other.DeleteAsync("/api/events/cup/claims/1"));
        await admin.ClaimAsync("cup", 1);
        await tab.SignInAsync(admin.Email);
        await tab.UntilItemsAsync("stale");
        Assert.Equal([7], (IEnumerable<int>)await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_session_that_is_over_goes_on_where_it_stopped_after_a_sign_in_in_another_tab()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await browser.Context.ClearCookiesAsync();
        await tab.LoadAsync();
        await tab.OpenOutboxAsync();
        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);
        await tab.UntilItemsAsync("sign-in-needed,pending");

        await (await browser.TabAsync()).SignInAsync(admin.Email);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 2), await admin.HistoryAsync());
    }
}
