using LiveFeed.BrowserTests.Browser;
using LiveFeed.BrowserTests.Client;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace LiveFeed.BrowserTests.Network;

/// <summary>
/// A server with the event <c>cup</c>, its administrator, who has claimed all of its matches and has a good network, and a browser behind a
/// rough one. Started once for all tests: each of them scores a match of its own.
/// </summary>
public sealed class RoughCup : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
    private readonly List<IDisposable> opened = [];
    private IBrowser? browser;

    internal RoughNetwork Network { get; private set; } = null!;

    internal ApiUser Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (RoughNetworkFactAttribute.WhyMissing is not null)
            return;
        Network = Opened(await RoughNetwork.CreateAsync());
        await SqliteTemplate.CopyToAsync(folder);
        Opened(await ServerProcess.StartWithinAsync(Network.Server.Wrapper, folder, $"/urls={RoughNetwork.ServerAddress}"));
        Admin = await LiveFeedServer.AdminAsync(Opened(Network.Client()));
        await Admin.CreateEventAsync("cup");
        for (var match = 1; match <= 4; match++)
            await Admin.ClaimAsync("cup", match);
        browser = await Chromium.LaunchAsync(
            Opened(await Playwright.CreateAsync()), await WriteLauncherAsync(),
            // As over HTTPS, where browsers have locks.
            $"--unsafely-treat-insecure-origin-as-secure={RoughNetwork.ServerAddress}");
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        // The network last.
        foreach (var one in Enumerable.Reverse(opened))
            one.Dispose();
        Directory.Delete(folder, true);
    }

    /// <summary>Opens a browser with cookies and storage of its own. Prints the seed, by which the losses can be repeated.</summary>
    internal async Task<ClientBrowser> OpenBrowserAsync(ITestOutputHelper output)
    {
        output.WriteLine($"{RoughNetwork.SeedVariable}={Network.Seed}");
        return new ClientBrowser(await browser!.NewContextAsync(new() { BaseURL = RoughNetwork.ServerAddress }));
    }

    // Playwright puts its own arguments before all others, so the wrapper can't be among them.
    private async Task<string> WriteLauncherAsync()
    {
        var launcher = Path.Combine(folder, "chromium");
        await File.WriteAllTextAsync(launcher, $"#!/bin/sh\nexec {string.Join(' ', Network.Phone.Wrapper)} '{Chromium.Executable}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(launcher, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return launcher;
    }

    private T Opened<T>(T one)
        where T : IDisposable
    {
        opened.Add(one);
        return one;
    }
}
