using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageVersionTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_new_version_is_taken_as_a_whole_at_the_next_load()
    {
        var site = SiteOfItsOwn();
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: $"/webroot={site}");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Page.GotoAsync(ScorekeeperPage.Path);
        await keeper.UntilReadyAsync();

        Replace(site, "js/scoring/sync.js", "text(\"scoring.allSent\")", "allSent");
        Replace(site, "js/scoring/sync.js", "const apart", "import { allSent } from \"./new-words.js\";\nconst apart");
        await File.WriteAllTextAsync(Path.Combine(site, "js/scoring/new-words.js"), "export const allSent = \"All is sent\";\n");
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

    [BrowserFact]
    public async Task A_failed_install_of_the_version_in_use_leaves_it_whole()
    {
        var site = SiteOfItsOwn();
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: $"/webroot={site}");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await keeper.UntilReadyAsync();
        keeper.Viewed.Expecting("404");

        // As when a server that is being updated serves the new version, but not yet, or no longer, all of its files.
        await WorkerAsync(keeper, site, "again.js", "js/none.js");
        await keeper.Page.EvaluateAsync(
            """
            async () => {
              const { installing } = await navigator.serviceWorker.register("/again.js", { type: "module" });
              await new Promise((resolve) => installing.onstatechange = () => installing.state === "redundant" && resolve());
            }
            """);
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.Page.ReloadAsync();

        await Expect(keeper.Viewed.Match(1)).ToBeVisibleAsync();
        await keeper.Viewed.AssertTidyAsync();
        Directory.Delete(site, true);
    }

    /// <summary>
    /// Writes another worker of the site. It is made from the server's own, has the same version, and one additional asset.
    /// </summary>
    private static async Task WorkerAsync(ScorekeeperPage keeper, string site, string file, string asset)
    {
        var script = await keeper.Page.EvaluateAsync<string>("async () => (await fetch('/sw.js')).text()");
        script = script.Replace("\", {", $"\", {{\"{asset}\":\"sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(site, file), script);
    }

    private static void Replace(string site, string file, string old, string by)
    {
        var path = Path.Combine(site, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text);
        File.WriteAllText(path, text.Replace(old, by));
    }

    private static string SiteOfItsOwn()
    {
        var from = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var to = Directory.CreateTempSubdirectory("livefeed-site-").FullName;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }
}
