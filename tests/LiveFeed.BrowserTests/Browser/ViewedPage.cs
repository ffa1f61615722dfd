using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>A page of the server in a browser window of its own, with an eye on what goes wrong in it.</summary>
internal sealed class ViewedPage : IAsyncDisposable
{
    public const int Phone = 390;
    public const int Desk = 1280;

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private ViewedPage(IBrowserContext context, IPage page, Uri origin)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complain($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => Complain($"page error: {error}");
        page.Dialog += (_, dialog) =>
        {
            Complain($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !origin.IsBaseOf(new Uri(request.Url)))
                Complain($"request to {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>How the connection stands, in words.</summary>
    public ILocator Connection => Page.GetByRole(AriaRole.Status);

    public static async Task<ViewedPage> OpenAsync(Chromium chromium, LiveFeedServer server, string path, int width = Desk)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = server.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var viewed = new ViewedPage(context, await context.NewPageAsync(), server.Address);
        await viewed.Page.GotoAsync(path);
        return viewed;
    }

    /// <summary>A match's card on the event page.</summary>
    public ILocator Match(int id) => Page.Locator($"[data-match='{id}']");

    /// <summary>A group of matches on the event page, by its heading.</summary>
    public ILocator Group(string heading) => Page.GetByRole(AriaRole.Region, new() { Name = heading });

    /// <summary>Nothing went wrong, nothing was asked of anybody else, and nothing is wider than the window.</summary>
    public async Task AssertTidyAsync()
    {
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} px wider than the window.");
        lock (complaints)
            Assert.Empty(complaints);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Complain(string text)
    {
        lock (complaints)
            complaints.Add(text);
    }
}
