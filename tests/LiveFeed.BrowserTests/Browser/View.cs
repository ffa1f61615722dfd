using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>The window and settings with which somebody looks at a page.</summary>
internal sealed record View
{
    public int Width { get; init; } = ViewedPage.Desk;

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public bool JavaScript { get; init; } = true;

    public bool ReducedMotion { get; init; }

    /// <summary>The time zone of the reader, such as <c>Asia/Tokyo</c>; null for this machine's.</summary>
    public string? TimeZone { get; init; }

    public BrowserNewContextOptions Context(Uri site) => new()
    {
        BaseURL = site.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = 800 },
        ColorScheme = Scheme,
        JavaScriptEnabled = JavaScript,
        TimezoneId = TimeZone,
        ReducedMotion = ReducedMotion ? Microsoft.Playwright.ReducedMotion.Reduce : Microsoft.Playwright.ReducedMotion.NoPreference,
    };
}
