using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>The system's Chromium, started once for each collection of tests; none is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The environment variable that names a Chromium other than Debian's.</summary>
    public const string PathVariable = "LIVEFEED_CHROMIUM";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
        // A name for this machine that is no secure context over http, as a hall's server has one.
        "--host-resolver-rules=MAP hall.example 127.0.0.1",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why tests in a browser can't run here; null if they can, or must.</summary>
    public static string? WhyMissing =>
        File.Exists(Executable) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"There is no {Executable}: install Debian's package chromium, or set {PathVariable} to one.";

    /// <summary>The path of the program.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public IBrowser Browser => browser!;

    /// <param name="playwright">Starts it.</param>
    /// <param name="executable">The program, or one that replaces itself by it.</param>
    /// <param name="flags">Further ones.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string executable, params string[] flags) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = [.. Flags, .. flags] });

    public async Task InitializeAsync()
    {
        if (WhyMissing is not null)
            return;
        // On a machine that does more than this, the library's 5 s would fail tests of pages that are right.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync(playwright, Executable);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
