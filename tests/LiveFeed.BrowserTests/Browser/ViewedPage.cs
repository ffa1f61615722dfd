using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>A page of the server in a browser window of its own. It records everything that goes wrong in the page.</summary>
internal sealed class ViewedPage : IAsyncDisposable
{
    public const int Phone = 390;
    public const int Desk = 1280;

    private readonly Uri origin;
    private readonly bool ownsContext;
    private readonly List<string> complaints = [];
    private readonly List<string> expected = [];

    private ViewedPage(IPage page, Transfer transfer, Uri origin, bool ownsContext)
    {
        (Page, Transfer, this.origin, this.ownsContext) = (page, transfer, origin, ownsContext);
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

    /// <summary>What it has cost the network since it was opened.</summary>
    public Transfer Transfer { get; }

    /// <summary>The text that shows the state of the connection.</summary>
    public ILocator Connection => Page.GetByRole(AriaRole.Status).And(Page.Locator(":not(.announcements)"));

    /// <summary>The button or menu of the reader's account.</summary>
    public ILocator Account => Page.Locator(".account");

    public static Task<ViewedPage> OpenAsync(Chromium chromium, LiveFeedServer server, string path, int width = Desk) =>
        OpenAsync(chromium, server, path, new View { Width = width });

    public static async Task<ViewedPage> OpenAsync(Chromium chromium, LiveFeedServer server, string path, View view) =>
        await OpenAsync(await chromium.Browser.NewContextAsync(view.Context(server.Address)), server.Address, path, true);

    /// <summary>Opens another tab of the same browser, which shares its cookies and storage, and closes with it.</summary>
    public Task<ViewedPage> AnotherTabAsync(string path) => OpenAsync(Page.Context, origin, path, false);

    private static async Task<ViewedPage> OpenAsync(IBrowserContext context, Uri origin, string path, bool ownsContext)
    {
        var page = await context.NewPageAsync();
        var viewed = new ViewedPage(page, await Transfer.OfAsync(page), origin, ownsContext);
        await page.GotoAsync(path);
        return viewed;
    }

    /// <summary>Signs in as a reader does: with the page's own dialog.</summary>
    public Task SignInAsync(ApiUser user) => SignInAsync(user.Email, LiveFeedServer.Password);

    public async Task SignInAsync(string email, string password)
    {
        await Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await SendSignInAsync(email, password);
        await Assertions.Expect(Account.Locator("summary")).ToBeVisibleAsync();
    }

    /// <summary>Signs out with the account menu.</summary>
    public async Task SignOutAsync()
    {
        await Account.Locator("summary").ClickAsync();
        await Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(Account.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    /// <summary>Fills in the open dialog and sends it, whatever the result.</summary>
    public async Task SendSignInAsync(string email, string password)
    {
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Email").FillAsync(email);
        await dialog.GetByLabel("Password").FillAsync(password);
        await dialog.Locator("button[type=submit], button.primary").ClickAsync();
    }

    /// <summary>Disconnects all tabs of this browser from the network, or connects them again.</summary>
    public Task SetOfflineAsync(bool offline)
    {
        Expecting("ERR_INTERNET_DISCONNECTED");
        return Page.Context.SetOfflineAsync(offline);
    }

    /// <summary>Allows messages of the browser about a failure that the test causes, such as "401".</summary>
    public void Expecting(string part)
    {
        lock (complaints)
            expected.Add(part);
    }

    /// <summary>Loses the cookies, and loads the page again: the session is over. The browser reports a 401, which is expected.</summary>
    public async Task LoseSessionAsync()
    {
        Expecting("401");
        await Page.Context.ClearCookiesAsync();
        await Page.ReloadAsync();
    }

    /// <summary>Returns a match's card on the event page.</summary>
    public ILocator Match(int id) => Page.Locator($"[data-match='{id}']");

    /// <summary>Returns a group of matches on the event page, by its heading.</summary>
    public ILocator Group(string heading) => Page.GetByRole(AriaRole.Region, new() { Name = heading });

    /// <summary>Asserts that nothing went wrong, nothing was requested from anyone else, and nothing is wider than the window.</summary>
    public async Task AssertTidyAsync()
    {
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} px wider than the window.");
        lock (complaints)
            Assert.DoesNotContain(complaints, complaint => !expected.Exists(part => complaint.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>Asserts that nobody is shut out, as far as a program can see: see <see cref="Axe"/>.</summary>
    public async Task AssertAccessibleAsync() => Assert.Empty(await Axe.FindingsAsync(Page));

    public async ValueTask DisposeAsync()
    {
        if (ownsContext)
            await Page.Context.DisposeAsync();
        else
            await Page.CloseAsync();
    }

    private void Complain(string text)
    {
        lock (complaints)
            complaints.Add(text);
    }
}
