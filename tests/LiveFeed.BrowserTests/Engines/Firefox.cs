using System.Globalization;
using System.Text.Json;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.BrowsingContext;

namespace LiveFeed.BrowserTests.Engines;

/// <summary>Debian's Firefox, driven by WebDriver BiDi, which it serves itself: no geckodriver is needed.</summary>
public sealed class Firefox : IEngine, IAsyncLifetime
{
    private const string Program = "firefox-esr";

    /// <summary>
    /// Everything but this machine is behind a proxy that nobody is: so nothing that the browser does in the background reaches anybody, whatever its
    /// next version does.
    /// </summary>
    private const string Preferences =
        """
        user_pref("network.proxy.type", 1);
        user_pref("network.proxy.http", "127.0.0.1");
        user_pref("network.proxy.http_port", 9);
        user_pref("network.proxy.ssl", "127.0.0.1");
        user_pref("network.proxy.ssl_port", 9);
        user_pref("network.proxy.no_proxies_on", "127.0.0.1");
        user_pref("network.trr.mode", 5);
        user_pref("network.connectivity-service.enabled", false);
        user_pref("network.captive-portal-service.enabled", false);
        user_pref("app.normandy.enabled", false);
        user_pref("app.update.disabledForTesting", true);
        user_pref("browser.region.update.enabled", false);
        user_pref("datareporting.policy.dataSubmissionEnabled", false);
        user_pref("dom.push.connection.enabled", false);
        user_pref("toolkit.telemetry.enabled", false);
        """;

    private EngineProcess? process;
    private Task<IBiDi>? browser;

    /// <summary>Why tests in Firefox can't run here; null if they can.</summary>
    public static string? WhyMissing => InstalledProgram.WhyMissing(Program);

    async Task<EnginePage> IEngine.OpenAsync(Uri site, string path, int width)
    {
        // Not before a test needs it: if it doesn't start, only its own tests fail.
        var started = await (browser ??= StartAsync());
        var user = (await started.Browser.CreateUserContextAsync()).UserContext;
        // A window, not a tab: a hidden tab's timers are slower.
        var window = (await started.BrowsingContext.CreateAsync(ContextType.Window, new() { UserContext = user })).Context;
        var page = new FirefoxPage(site, window, user);
        await page.WatchAsync();
        await page.ResizeAsync(width);
        await page.OpenAsync(path);
        return page;
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is { IsCompletedSuccessfully: true })
            await (await browser).DisposeAsync();
        if (process is not null)
            await process.DisposeAsync();
    }

    private async Task<IBiDi> StartAsync()
    {
        process = EngineProcess.Start(Program, folder =>
        {
            File.WriteAllText(Path.Combine(folder, "user.js"), Preferences);
            return ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0", "about:blank"];
        });
        var connected = await BiDi.ConnectAsync(new Uri($"ws://127.0.0.1:{await PortAsync(process)}/session"));
        // It responds when the browser has started, which takes long on a busy machine.
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await connected.NewAsync(new(), cancellationToken: late.Token);
        return connected;
    }

    /// <summary>Returns the port that Firefox chose, which it writes into its profile as soon as it listens.</summary>
    private static async Task<string> PortAsync(EngineProcess process)
    {
        var file = "";
        await Eventually.TrueAsync(
            () => Task.FromResult((file = process.TextOf("WebDriverBiDiServer.json")).TrimEnd().EndsWith('}')), $"{Program} did not start.");
        return JsonDocument.Parse(file).RootElement.GetProperty("ws_port").GetInt32().ToString(CultureInfo.InvariantCulture);
    }
}
