using System.Drawing;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Remote;

namespace LiveFeed.BrowserTests.Engines;

/// <summary>A page in WebKit, in a browser of its own. The driver's client has only calls that block.</summary>
internal sealed class WebKitPage : EnginePage
{
    private readonly EngineProcess process;
    private readonly RemoteWebDriver driver;

    /// <param name="site">The server's address.</param>
    /// <param name="process">The driver, which starts the browser, and ends with this page.</param>
    /// <param name="address">Where the driver listens.</param>
    /// <param name="browser">The browser's program.</param>
    public WebKitPage(Uri site, EngineProcess process, Uri address, string browser)
        : base(site)
    {
        this.process = process;
        driver = new RemoteWebDriver(address, new MiniBrowserOptions(browser));
    }

    public override async Task ReloadAsync()
    {
        await driver.Navigate().RefreshAsync();
        await EvaluateAsync<string>(Watch);
    }

    public override Task ResizeAsync(int width)
    {
        driver.Manage().Window.Size = new Size(width, Height);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await driver.DisposeAsync();
        }
        finally
        {
            await process.DisposeAsync();
        }
    }

    protected override async Task NavigateAsync(Uri address)
    {
        await driver.Navigate().GoToUrlAsync(address);
        await EvaluateAsync<string>(Watch);
    }

    protected override Task<string> RunAsync(string expression) => Task.FromResult((string)driver.ExecuteScript($"return {expression}")!);

    protected override Task ClickAsync(int x, int y)
    {
        Act().MoveToLocation(x, y).Click().Perform();
        return Task.CompletedTask;
    }

    protected override Task TypeAsync(string text)
    {
        Act().SendKeys(text).Perform();
        return Task.CompletedTask;
    }

    private Actions Act() => new(driver, TimeSpan.Zero);

    /// <summary>There is none in Selenium.</summary>
    private sealed class MiniBrowserOptions : DriverOptions
    {
        public MiniBrowserOptions(string program)
        {
            BrowserName = "MiniBrowser";
            // Everything but this machine is behind a proxy that nobody is, as in Firefox.
            AddAdditionalOption("webkitgtk:browserOptions", new Dictionary<string, object>
            {
                ["binary"] = program,
                ["args"] = new[] { "--automation", "--proxy=http://127.0.0.1:9", "--ignore-host=127.0.0.1" },
            });
        }

        public override ICapabilities ToCapabilities() => GenerateDesiredCapabilities(true);
    }
}
