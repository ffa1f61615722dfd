namespace LiveFeed.BrowserTests.Engines;

/// <summary>A test in Firefox; skipped, with the reason, if this machine doesn't have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute() => Skip = Firefox.WhyMissing;
}
