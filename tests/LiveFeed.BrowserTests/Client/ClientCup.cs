using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>
/// A server with the event <c>cup</c>, its administrator, who has claimed all of its matches, and a browser with one tab that has the library.
/// </summary>
internal sealed record ClientCup(LiveFeedServer Server, ApiUser Admin, ClientBrowser Browser, ClientTab Tab) : IAsyncDisposable
{
    public static async Task<ClientCup> OpenAsync(Chromium chromium, params string[] settings)
    {
        var (server, admin) = await ServerSide.WithCupAsync(settings);
        var browser = await ClientBrowser.OpenAsync(chromium, server);
        return new(server, admin, browser, await browser.TabAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Server.DisposeAsync();
    }
}
