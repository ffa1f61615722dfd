namespace LiveFeed.BrowserTests.Engines;

/// <summary>A test in WebKit; skipped, with the reason, if this machine doesn't have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WebKitFactAttribute : FactAttribute
{
    public WebKitFactAttribute() => Skip = WebKit.WhyMissing;
}
