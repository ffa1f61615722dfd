using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class ConnectAccessTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Goes_on_with_new_tokens_when_the_old_ones_end()
    {
        await using var cup = await ClientCup.OpenAsync(chromium, "Jwt:AccessLifetime=00:00:06");
        var (_, admin, _, tab) = cup;
        await admin.CreateEventAsync("club", visibility: "members");
        await tab.SignInAsync(admin.Email);

        await tab.ConnectAsync("club");

        await tab.UntilAsync("seen.statuses.filter(status => status.code === 'live').length >= 3");
        Assert.DoesNotContain("sign-in-needed", await tab.SeeAsync<string[]>("seen.statuses.map(status => status.code)"));
    }

    [BrowserFact]
    public async Task Asks_for_a_sign_in_and_goes_on_by_itself_after_it_in_any_tab()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await admin.CreateEventAsync("club", visibility: "members");
        var other = await browser.TabAsync();
        await tab.ConnectAsync("club");
        await tab.UntilStatusAsync("sign-in-needed");

        await other.SignInAsync(admin.Email);

        await tab.UntilStatusAsync("live");
    }

    [BrowserFact]
    public async Task Says_who_may_not_see_it_and_what_there_is_not()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        await admin.CreateEventAsync("club", visibility: "members");
        await admin.CreateEventAsync("gone");
        var stranger = await server.RegisterAsync("Stranger");
        await tab.SignInAsync(stranger.Email);

        await tab.ConnectAsync("club");
        await tab.UntilStatusAsync("forbidden");
        await tab.ConnectAsync("nothing");
        await tab.UntilStatusAsync("not-found");
        await tab.ConnectAsync("gone");
        await tab.UntilStatusAsync("live");
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/gone"));
        await tab.UntilAsync("seen.feed.status.code === 'ended' && seen.feed.status.reason === 'event_deleted'");
    }
}
