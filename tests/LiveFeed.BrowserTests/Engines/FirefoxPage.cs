using OpenQA.Selenium.BiDi.Browser;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.BiDi.Input;

namespace LiveFeed.BrowserTests.Engines;

/// <summary>A page in Firefox, with the cookies and storage of a user of its own.</summary>
internal sealed class FirefoxPage(Uri site, BrowsingContext window, UserContext user) : EnginePage(site)
{
    private const int LeftButton = 0;

    /// <summary>Watches each page from before its first script.</summary>
    public Task WatchAsync() => window.Script.AddPreloadScriptAsync(Watch);

    public override Task ResizeAsync(int width) => window.SetViewportAsync(new() { Viewport = new Viewport(width, Height) });

    public override Task ReloadAsync() => window.ReloadAsync(new() { Wait = ReadinessState.Complete });

    public override async ValueTask DisposeAsync() => await window.BiDi.Browser.RemoveUserContextAsync(user);

    protected override Task NavigateAsync(Uri address) => window.NavigateAsync(address.ToString(), new() { Wait = ReadinessState.Complete });

    protected override async Task<string> RunAsync(string expression) => (await window.Script.EvaluateAsync<string>(expression, awaitPromise: false))!;

    protected override Task ClickAsync(int x, int y) => window.Input.PerformActionsAsync(
        [new PointerSourceActions("mouse", [new PointerMoveAction(x, y), new PointerDownAction(LeftButton), new PointerUpAction(LeftButton)])]);

    protected override Task TypeAsync(string text) => window.Input.PerformActionsAsync(
        [new KeySourceActions("keys", [.. text.SelectMany(key => new IKeySourceAction[] { new KeyDownAction(key), new KeyUpAction(key) })])]);
}
