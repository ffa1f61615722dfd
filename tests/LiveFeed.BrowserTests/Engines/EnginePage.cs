using System.Text.Json;
using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Engines;

/// <summary>
/// A page of the server in a browser window of its own. The engines' protocols have little in common: here is what the journeys need, made of four
/// things that both can do.
/// </summary>
internal abstract class EnginePage(Uri site) : IAsyncDisposable
{
    protected const int Height = 800;

    /// <summary>Records what goes wrong in the page from now on.</summary>
    protected const string Watch =
        """
        () => {
          if ("complaints" in window) return "";
          window.complaints = [];
          const complain = (kind, what) => complaints.push(`${kind}: ${what}`);
          addEventListener("error", (event) => complain("error", event.message));
          addEventListener("unhandledrejection", (event) => complain("rejection", event.reason));
          addEventListener("securitypolicyviolation", (event) => complain("policy", `${event.violatedDirective} ${event.blockedURI}`));
          for (const kind of ["error", "warn"]) console[kind] = (...all) => complain(kind, all.join(" "));
        }
        """;

    /// <summary>Returns the middle of the first such element that a user could click now, once it is in view.</summary>
    private const string MiddleOf =
        """
        (selector, text) => {
          const isMeant = (element) => element.checkVisibility() && !element.disabled && (text === null || element.innerText.trim() === text);
          const element = [...document.querySelectorAll(selector)].find(isMeant);
          if (!element) return null;
          element.scrollIntoView({ block: "center", behavior: "instant" });
          const box = element.getBoundingClientRect();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
          return element.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task OpenAsync(string path) => NavigateAsync(new Uri(site, path));

    public abstract Task ReloadAsync();

    /// <param name="width">In CSS pixels; a window that can't be so narrow gets as narrow as it can.</param>
    public abstract Task ResizeAsync(int width);

    /// <summary>Returns the result of a function in the page.</summary>
    public async Task<T?> EvaluateAsync<T>(string function, params string?[] arguments)
    {
        var result = await RunAsync($"JSON.stringify(({function})({string.Join(", ", arguments.Select(one => JsonSerializer.Serialize(one)))}) ?? null)");
        return JsonSerializer.Deserialize<T>(result);
    }

    /// <summary>Clicks the first visible element that the selector finds, as soon as there is one.</summary>
    /// <param name="selector">A CSS selector.</param>
    /// <param name="text">The whole text of the element; null for any.</param>
    public async Task ClickAsync(string selector, string? text = null)
    {
        int[]? middle = null;
        await Eventually.TrueAsync(
            async () => (middle = await EvaluateAsync<int[]>(MiddleOf, selector, text)) is not null, $"There is no {selector} '{text}' to click.", Patience);
        await ClickAsync(middle![0], middle[1]);
    }

    /// <summary>Types into an empty field.</summary>
    public async Task FillAsync(string selector, string text)
    {
        await ClickAsync(selector);
        await TypeAsync(text);
    }

    /// <summary>Waits until the first element that the selector finds is visible and contains the text.</summary>
    public async Task UntilTextAsync(string selector, string text)
    {
        string? last = null;
        async Task<bool> ContainsAsync()
        {
            last = await EvaluateAsync<string>("(selector) => [document.querySelector(selector)].find((one) => one?.checkVisibility())?.textContent", selector);
            return last?.Contains(text, StringComparison.Ordinal) == true;
        }

        try
        {
            await Eventually.TrueAsync(ContainsAsync, within: Patience);
        }
        catch (Xunit.Sdk.TrueException)
        {
            Assert.Fail($"{selector} never contained '{text}'; it is '{last}'.");
        }
    }

    /// <summary>Signs in as a reader does: with the page's own dialog.</summary>
    public async Task SignInAsync(ApiUser user)
    {
        await ClickAsync(".account button", "Sign in");
        await FillAsync("dialog [name=email]", user.Email);
        await FillAsync("dialog [name=password]", LiveFeedServer.Password);
        await ClickAsync("dialog button.primary");
    }

    /// <summary>Asserts that nothing went wrong since the page was opened, and that nothing is wider than the window, of a desk or a phone.</summary>
    public async Task AssertTidyAsync()
    {
        foreach (var width in new[] { ViewedPage.Desk, ViewedPage.Phone })
        {
            await ResizeAsync(width);
            var overflow = await EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"At {width} px the page is {overflow} px wider than the window.");
        }

        Assert.Empty((await EvaluateAsync<string[]>("() => complaints"))!);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task NavigateAsync(Uri address);

    /// <summary>Returns the value of an expression that is a string.</summary>
    protected abstract Task<string> RunAsync(string expression);

    /// <summary>Clicks at a point of the window, as a mouse does.</summary>
    protected abstract Task ClickAsync(int x, int y);

    /// <summary>Types into what has the focus.</summary>
    protected abstract Task TypeAsync(string text);
}
