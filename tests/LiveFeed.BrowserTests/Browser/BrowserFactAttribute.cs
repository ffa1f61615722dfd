namespace LiveFeed.BrowserTests.Browser;

/// <summary>A test in a real browser. It is visibly skipped if there is none, except on a build server, which must have one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyMissing;
}

/// <summary>Like <see cref="BrowserFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyMissing;
}

/// <summary>
/// Like <see cref="BrowserFactAttribute"/>, with files that are not part of this repository: see <see cref="DataFactAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserDataFactAttribute : FactAttribute
{
    public BrowserDataFactAttribute(params string[] files) => Skip = Chromium.WhyMissing ?? new DataFactAttribute(files).Skip;
}
