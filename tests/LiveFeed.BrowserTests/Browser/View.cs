using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>How somebody looks at a page.</summary>
internal sealed record View
{
    public int Width { get; init; } = ViewedPage.Desk;

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public bool JavaScript { get; init; } = true;

    public bool ReducedMotion { get; init; }

    public BrowserNewContextOptions Context(Uri site) => new()
    {
        BaseURL = site.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = 800 },
        ColorScheme = Scheme,
        JavaScriptEnabled = JavaScript,
        ReducedMotion = ReducedMotion ? Microsoft.Playwright.ReducedMotion.Reduce : Microsoft.Playwright.ReducedMotion.NoPreference,
    };
}
