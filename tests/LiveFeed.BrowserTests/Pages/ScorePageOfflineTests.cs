using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageOfflineTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Ten_points_without_a_network_arrive_once_and_in_order_when_it_is_back()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);

        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(1, 10);
        await keeper.ExpectPointsAsync(10, 0);
        await keeper.ExpectSyncAsync("No network: 10 kept here");
        await keeper.Viewed.SetOfflineAsync(false);

        await keeper.ExpectSentAsync();
        Assert.Equal(Enumerable.Range(1, 10).Select(points => $"{points}-0"), await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_page_opens_without_a_network_and_goes_on_with_the_match()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.ExpectSentAsync();
        await keeper.Page.GotoAsync(ScorekeeperPage.Path);
        await keeper.UntilReadyAsync();
        await keeper.Page.GotoAsync("about:blank");
        await keeper.Viewed.SetOfflineAsync(true);

        await using var cold = new ScorekeeperPage(await keeper.Viewed.AnotherTabAsync(ScorekeeperPage.Path), olga);
        cold.Viewed.Expecting("ERR_INTERNET_DISCONNECTED");
        await Expect(cold.Page.Locator("#yours [data-match='1']")).ToBeVisibleAsync();
        await Expect(cold.Viewed.Account.Locator("summary")).ToContainTextAsync("Olga");
        await cold.OpenMatchAsync();
        await cold.ExpectPointsAsync(1, 0);
        await cold.TapAsync(2, 2);
        await cold.ExpectSyncAsync("No network: 2 kept here");
        await cold.Page.ReloadAsync();
        await cold.ExpectPointsAsync(1, 2);
        await cold.Viewed.SetOfflineAsync(false);

        await cold.ExpectSentAsync();
        Assert.Equal(["1-0", "1-1", "1-2"], (IEnumerable<string>)await keeper.HistoryAsync());
        await cold.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_waits_goes_out_by_background_sync_when_the_page_is_closed()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Page.GotoAsync(ScorekeeperPage.Path);
        await keeper.UntilReadyAsync();
        await keeper.OpenMatchAsync();
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(1, 2);
        await keeper.ExpectSyncAsync("No network: 2 kept here");
        var browser = await keeper.Page.Context.NewCDPSessionAsync(keeper.Page);
        var registration = new TaskCompletionSource<string>();
        browser.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
            registration.TrySetResult(told!.Value.GetProperty("registrations")[0].GetProperty("registrationId").GetString()!);
        await browser.SendAsync("ServiceWorker.enable");
        var id = await registration.Task;

        // Another page, which has no outbox: only the service worker can send.
        await keeper.Page.GotoAsync("about:blank");
        await keeper.Viewed.SetOfflineAsync(false);
        await browser.SendAsync("ServiceWorker.dispatchSyncEvent", new()
        {
            ["origin"] = server.Address.GetLeftPart(UriPartial.Authority),
            ["registrationId"] = id,
            ["tag"] = "livefeed-outbox",
            ["lastChance"] = false,
        });

        await Eventually.TrueAsync(async () => (await keeper.HistoryAsync()).Length == 2, "The worker sent nothing.");
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_tap_that_the_device_cannot_store_is_shown_marked_and_sent()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.ExpectSentAsync();

        await keeper.Page.EvaluateAsync("() => { IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); }; }");
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(1);
        await keeper.ExpectPointsAsync(2, 0);
        await keeper.ExpectSyncAsync("1 not kept on this device");
        await Expect(keeper.Page.Locator("#notes")).ToContainTextAsync("not kept on this device");
        await keeper.Viewed.SetOfflineAsync(false);

        await keeper.ExpectSentAsync();
        await keeper.ExpectPointsAsync(2, 0);
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(true, "This browser keeps what is stored here")]
    [InlineData(false, "This browser may delete what is stored here")]
    public async Task The_first_claim_asks_the_browser_to_keep_what_is_stored_and_shows_its_decision(bool agrees, string decision)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await keeper.Page.Context.AddInitScriptAsync($"StorageManager.prototype.persisted = async () => {(agrees ? "'asked' in sessionStorage" : "false")};");
        await keeper.Page.Context.AddInitScriptAsync(
            $"StorageManager.prototype.persist = async () => {{ sessionStorage.asked = true; return {(agrees ? "true" : "false")}; }};");
        await keeper.Page.ReloadAsync();
        await Expect(keeper.Viewed.Match(1)).ToBeVisibleAsync();
        Assert.False(await keeper.Page.EvaluateAsync<bool>("'asked' in sessionStorage"));

        await keeper.OpenMatchAsync();
        await keeper.ClaimAsync();
        await keeper.Page.Locator("#back").ClickAsync();

        await Expect(keeper.Page.Locator("#persistence")).ToContainTextAsync(decision);
        await keeper.Page.ReloadAsync();
        await Expect(keeper.Page.Locator("#persistence")).ToContainTextAsync(decision);
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Points_tapped_while_the_server_restarts_arrive()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("ERR_");
        keeper.Viewed.Expecting("503");
        await server.RestartAsync(whileDown: async () =>
        {
            await keeper.TapAsync(2, 3);
            await keeper.ExpectSyncAsync("No network: 3 kept here");
        });

        await keeper.ExpectSentAsync();
        Assert.Equal(["0-1", "0-2", "0-3"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }
}
