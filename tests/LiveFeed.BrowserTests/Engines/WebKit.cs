namespace LiveFeed.BrowserTests.Engines;

/// <summary>
/// Debian's WebKitGTK, the engine that is nearest to Safari's: its small browser on a screen without a monitor, driven by WebDriver. (Its build has
/// no WebDriver BiDi.)
/// </summary>
public sealed class WebKit : IEngine, IAsyncLifetime
{
    private const string Driver = "WebKitWebDriver";
    private const string Screen = "Xvfb";

    /// <summary>Not on the path; the folder is the architecture's.</summary>
    private static readonly string? Browser =
        new DirectoryInfo("/usr/lib").GetDirectories("*-linux-*").SelectMany(folder => folder.GetDirectories("webkit2gtk-4.*"))
            .Select(folder => Path.Combine(folder.FullName, "MiniBrowser")).FirstOrDefault(File.Exists);

    private EngineProcess? screen;

    /// <summary>Why tests in WebKit can't run here; null if they can.</summary>
    public static string? WhyMissing =>
        InstalledProgram.WhyMissing(Driver, "webkit2gtk-driver") ?? InstalledProgram.WhyMissing(Screen, "xvfb")
        ?? (Browser is null ? $"There is no MiniBrowser beside {Driver}." : null);

    public Task InitializeAsync() => Task.CompletedTask;

    async Task<EnginePage> IEngine.OpenAsync(Uri site, string path, int width)
    {
        // It takes a display that is free, and writes its number.
        screen ??= EngineProcess.Start(Screen, _ => ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
        await Eventually.TrueAsync(() => Task.FromResult(screen.Output.EndsWith('\n')), $"{Screen} did not start.");
        var port = LocalPort.FindFree();
        // One driver has one browser, whose windows share everything.
        var driver = EngineProcess.Start(
            Driver, _ => [$"--port={port}"],
            ("DISPLAY", ":" + screen.Output.Trim()), ("GDK_BACKEND", "x11"), ("GSETTINGS_BACKEND", "memory"), ("NO_AT_BRIDGE", "1"),
            ("DBUS_SESSION_BUS_ADDRESS", "disabled:"));
        try
        {
            await Eventually.TrueAsync(() => LocalPort.ListensAsync(port), $"{Driver} did not start.");
            var page = new WebKitPage(site, driver, new Uri($"http://127.0.0.1:{port}"), Browser!);
            await page.ResizeAsync(width);
            await page.OpenAsync(path);
            return page;
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        if (screen is not null)
            await screen.DisposeAsync();
    }
}
