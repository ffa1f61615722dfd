using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
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

        // Another page of the site, which has no outbox: only the worker can send.
        await keeper.Page.GotoAsync("about:blank");
        await keeper.Viewed.SetOfflineAsync(false);
        await browser.SendAsync("ServiceWorker.dispatchSyncEvent", new()
        {
            ["origin"] = server.Address.GetLeftPart(UriPartial.Authority), ["registrationId"] = id, ["tag"] = "livefeed-outbox", ["lastChance"] = false,
        });

        await Eventually.TrueAsync(async () => (await keeper.HistoryAsync()).Length == 2, "The worker sent nothing.");
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
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

    [BrowserFact]
    public async Task A_new_version_is_taken_as_a_whole_at_the_next_load()
    {
        var site = Directory.CreateTempSubdirectory("livefeed-site-").FullName;
        CopyFolder(Path.Combine(AppContext.BaseDirectory, "wwwroot"), site);
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: $"/webroot={site}");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Page.GotoAsync(ScorekeeperPage.Path);
        await keeper.UntilReadyAsync();

        Replace(site, "js/score/sync.js", "\"All sent\"", "allSent");
        Replace(site, "js/score/sync.js", "const apart", "import { allSent } from \"./new-words.js\";\nconst apart");
        await File.WriteAllTextAsync(Path.Combine(site, "js/score/new-words.js"), "export const allSent = \"All is sent\";\n");
        await keeper.OpenMatchAsync();
        await keeper.Page.ReloadAsync();
        await keeper.ExpectSyncAsync("All sent");
        await keeper.Page.EvaluateAsync("async () => { await (await navigator.serviceWorker.ready).update(); }");
        await Eventually.TrueAsync(() => keeper.Page.EvaluateAsync<bool>("async () => (await navigator.serviceWorker.ready).waiting !== null"));
        await keeper.Page.ReloadAsync();

        await Expect(keeper.Sync).ToHaveTextAsync("All is sent", new() { Timeout = 30_000 });
        await keeper.Viewed.AssertTidyAsync();
        Directory.Delete(site, true);
    }

    private static void Replace(string site, string file, string old, string by)
    {
        var path = Path.Combine(site, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text);
        File.WriteAllText(path, text.Replace(old, by));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
